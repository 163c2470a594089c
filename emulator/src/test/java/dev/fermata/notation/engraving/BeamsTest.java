package dev.fermata.notation.engraving;

import static dev.fermata.notation.engraving.Beams.Mark.BACKWARD_HOOK;
import static dev.fermata.notation.engraving.Beams.Mark.BEGIN;
import static dev.fermata.notation.engraving.Beams.Mark.CONTINUE;
import static dev.fermata.notation.engraving.Beams.Mark.END;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Ticks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeamsTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final Sound E = new Pitch(Step.E, 0, 4);

    /** Consecutive notes; a negative length is a rest. */
    private static List<List<Beams.Mark>> marks(int beat, int... lengths) {
        List<Note> notes = new ArrayList<>();
        int onset = 0;
        for (int length : lengths) {
            notes.add(new Note(onset, Math.abs(length), 1, 1, length < 0 ? Sound.REST : E));
            onset += Math.abs(length);
        }
        Beams beams = Beams.of(notes, beat);
        return notes.stream().map(beams::marksOf).toList();
    }

    @Test
    void joinTheNotesOfABeatOnly() {
        assertEquals(
                List.of(List.of(BEGIN), List.of(END), List.of(BEGIN), List.of(END)),
                marks(Q, Q / 2, Q / 2, Q / 2, Q / 2));
        assertEquals(List.of(List.of(BEGIN), List.of(CONTINUE), List.of(END)), marks(3 * Q / 2, Q / 2, Q / 2, Q / 2));
    }

    @Test
    void leaveASingleNoteItsFlag() {
        assertEquals(List.of(List.of(), List.of()), marks(Q, Q / 2, -Q / 2));
        assertEquals(List.of(List.of()), marks(Q, Q));
    }

    @Test
    void hookAShortNoteToALongerOne() {
        assertEquals(List.of(List.of(BEGIN), List.of(END, BACKWARD_HOOK)), marks(Q, 3 * Q / 4, Q / 4));
    }
}
