package dev.fermata.notation.engraving;

import dev.fermata.notation.Note;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the tuplets of one measure begin and end: who draws music counts on it, and takes notes outside of a tuplet at
 * their plain value.
 */
public final class Tuplets {

    // Only looked up, never walked: their order shows nowhere.
    private final Set<Note> firsts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Note> lasts = Collections.newSetFromMap(new IdentityHashMap<>());

    // The group that is being gathered.
    private @Nullable Note first;
    private @Nullable Note last;
    private int groupRatio;
    private long ticks;
    private int shortest = Integer.MAX_VALUE;

    private Tuplets() {}

    /**
     * Groups the notes whose values need it.
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

    /** Whether a tuplet begins with this note, the first of its chord. */
    public boolean beginsAt(Note note) {
        return firsts.contains(note);
    }

    /** Whether a tuplet ends with this note, the first of its chord. */
    public boolean endsAt(Note note) {
        return lasts.contains(note);
    }

    private void take(Note note) {
        Optional<NoteValue> value = NoteValue.of(note.duration()).filter(NoteValue::isTuplet);
        // The number of notes in the time of fewer names the ratio, for each has another.
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
            // The notes of a full tuplet last as long as its normal number of the shortest of them.
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
