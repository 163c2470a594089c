package dev.fermata.notation.engraving;

import dev.fermata.notation.Note;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The starts and ends of the tuplets in one measure. Notation programs need them: they treat notes outside a tuplet at
 * their plain value.
 */
public final class Tuplets {

    // Only used for lookups: the iteration order never matters.
    private final Set<Note> firsts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Note> lasts = Collections.newSetFromMap(new IdentityHashMap<>());

    // The current group.
    private @Nullable Note first;
    private @Nullable Note last;
    private int groupRatio;
    private long ticks;
    private int shortest = Integer.MAX_VALUE;

    private Tuplets() {}

    /**
     * Finds the tuplets.
     *
     * @param notes of a measure, in its order
     */
    public static Tuplets of(List<Note> notes) {
        Tuplets tuplets = new Tuplets();
        for (int i = 0; i < notes.size(); i++) {
            if (i == 0 || !Beams.isChord(notes.get(i - 1), notes.get(i))) {
                tuplets.take(notes.get(i));
            }
        }
        tuplets.close();
        return tuplets;
    }

    /** Whether a tuplet starts at this note, the first of its chord. */
    public boolean beginsAt(Note note) {
        return firsts.contains(note);
    }

    /** Whether a tuplet ends at this note, the first of its chord. */
    public boolean endsAt(Note note) {
        return lasts.contains(note);
    }

    private void take(Note note) {
        Optional<NoteValue> value = NoteValue.of(note.duration()).filter(NoteValue::isTuplet);
        // The number of notes names the ratio, because each number has its own.
        int ratio = value.map(NoteValue::actual).orElse(1);
        boolean joins =
                last != null && note.voice() == last.voice() && note.onset() == last.end() && ratio == groupRatio;
        if (!joins) {
            close();
        }
        if (value.isPresent()) {
            first = first == null ? note : first;
            last = note;
            groupRatio = ratio;
            ticks += note.duration();
            shortest = Math.min(shortest, value.get().type().ticks());
            // A complete tuplet lasts as long as its normal number of its shortest notes.
            if (ticks % ((long) value.get().normal() * shortest) == 0) {
                close();
            }
        }
    }

    private void close() {
        if (first != null && last != null) {
            firsts.add(first);
            lasts.add(last);
        }
        first = null;
        last = null;
        ticks = 0;
        shortest = Integer.MAX_VALUE;
    }
}
