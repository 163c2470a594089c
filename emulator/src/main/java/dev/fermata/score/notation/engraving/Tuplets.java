package dev.fermata.score.notation.engraving;

import dev.fermata.score.notation.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the tuplets of one measure begin and end: who draws music counts on it, and takes notes outside of a tuplet at
 * their plain value.
 */
public final class Tuplets {

    // Only looked up, never walked: their order shows nowhere.
    private final Set<Note> firsts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Note> lasts = Collections.newSetFromMap(new IdentityHashMap<>());

    private Tuplets() {}

    /**
     * Groups the notes whose values need it.
     *
     * @param notes of a measure, in its order
     */
    public static Tuplets of(List<Note> notes) {
        Tuplets tuplets = new Tuplets();
        List<Note> group = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            if (i > 0 && Beams.isChord(notes.get(i - 1), note)) {
                continue;
            }
            Optional<NoteValue> value = value(note);
            if (!group.isEmpty() && !joins(group.get(group.size() - 1), note)) {
                tuplets.close(group);
            }
            if (value.isPresent()) {
                group.add(note);
                if (isFull(group, value.get().normal())) {
                    tuplets.close(group);
                }
            }
        }
        tuplets.close(group);
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

    private static boolean joins(Note before, Note note) {
        return note.voice() == before.voice() && note.onset() == before.end() && ratio(note) == ratio(before);
    }

    /** The notes of a full tuplet last as long as its normal number of the shortest of them. */
    private static boolean isFull(List<Note> group, int normal) {
        int ticks = group.stream().mapToInt(Note::duration).sum();
        int shortest = group.stream()
                .flatMap(note -> value(note).stream())
                .mapToInt(value -> value.type().ticks())
                .min()
                .orElse(1);
        return ticks % (normal * shortest) == 0;
    }

    /** The number of notes in the time of fewer: it names the ratio, for each has another. */
    private static int ratio(Note note) {
        return value(note).map(NoteValue::actual).orElse(1);
    }

    private static Optional<NoteValue> value(Note note) {
        return NoteValue.of(note.duration()).filter(NoteValue::isTuplet);
    }

    private void close(List<Note> group) {
        if (!group.isEmpty()) {
            firsts.add(group.get(0));
            lasts.add(group.get(group.size() - 1));
        }
        group.clear();
    }
}
