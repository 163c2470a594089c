package dev.fermata.notation.engraving;

import dev.fermata.notation.Note;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Joins the short notes of one measure by beat. */
public final class Beams {

    /** The part of one beam at one note. */
    public enum Mark {
        BEGIN("begin"),
        CONTINUE("continue"),
        END("end"),
        FORWARD_HOOK("forward hook"),
        BACKWARD_HOOK("backward hook");

        private final String musicXml;

        Mark(String musicXml) {
            this.musicXml = musicXml;
        }

        public String musicXml() {
            return musicXml;
        }
    }

    // Only used for lookups: the iteration order never matters.
    private final IdentityHashMap<Note, List<Mark>> marks = new IdentityHashMap<>();
    private final List<List<Note>> groups = new ArrayList<>();

    private Beams() {}

    /**
     * Finds the beams.
     *
     * @param notes of a measure, in its order
     */
    public static Beams of(List<Note> notes, int beatTicks) {
        Beams beams = new Beams();
        List<Note> group = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            if (i > 0 && isChord(notes.get(i - 1), note)) {
                continue;
            }
            if (!group.isEmpty() && !joins(group.get(group.size() - 1), note, beatTicks)) {
                beams.close(group);
            }
            if (flags(note) > 0) {
                group.add(note);
            }
        }
        beams.close(group);
        return beams;
    }

    /** Whether {@code note} belongs to the same chord as the one before it. */
    public static boolean isChord(Note before, Note note) {
        return note.voice() == before.voice()
                && note.onset() == before.onset()
                && note.duration() == before.duration()
                && !note.isRest()
                && !before.isRest();
    }

    /** The marks of a note, outermost beam first; empty for a note without beams. */
    public List<Mark> marksOf(Note note) {
        return marks.getOrDefault(note, List.of());
    }

    /** The first notes of the chords under each beam. */
    public List<List<Note>> groups() {
        return groups;
    }

    private static boolean joins(Note before, Note note, int beatTicks) {
        return note.voice() == before.voice()
                && note.staff() == before.staff()
                && note.onset() == before.end()
                && note.onset() / beatTicks == before.onset() / beatTicks
                && flags(note) > 0;
    }

    private static int flags(Note note) {
        return note.isRest()
                ? 0
                : NoteValue.of(note.duration())
                        .map(value -> value.type().flags())
                        .orElse(0);
    }

    private void close(List<Note> group) {
        if (group.size() > 1) {
            for (int i = 0; i < group.size(); i++) {
                marks.put(group.get(i), marksAt(group, i));
            }
            groups.add(List.copyOf(group));
        }
        group.clear();
    }

    private static List<Mark> marksAt(List<Note> group, int i) {
        List<Mark> result = new ArrayList<>();
        for (int level = 1; level <= flags(group.get(i)); level++) {
            boolean left = i > 0 && flags(group.get(i - 1)) >= level;
            boolean right = i + 1 < group.size() && flags(group.get(i + 1)) >= level;
            if (left) {
                result.add(right ? Mark.CONTINUE : Mark.END);
            } else if (right) {
                result.add(Mark.BEGIN);
            } else {
                result.add(i == 0 ? Mark.FORWARD_HOOK : Mark.BACKWARD_HOOK);
            }
        }
        return result;
    }
}
