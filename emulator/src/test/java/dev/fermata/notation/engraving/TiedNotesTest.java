package dev.fermata.notation.engraving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TiedNotesTest {

    private static final int Q = Ticks.PER_QUARTER;
    private static final Pitch C = new Pitch(Step.C, 0, 4);
    private static final Pitch E = new Pitch(Step.E, 0, 4);

    private static List<Note> writable(List<Note> notes) {
        Part part = new Part("P1", "", "", new Instrument("strings.violin", 40, false), 1, List.of(Measure.of(notes)));
        List<Bar> bars = List.of(new Bar(5 * Q, Optional.empty(), List.of()));
        Piece piece = new Piece("", Optional.empty(), bars, List.of(part));
        return TiedNotes.writable(piece).parts().get(0).measures().get(0).notes();
    }

    private static Note note(int onset, int duration, Sound sound) {
        return new Note(onset, duration, 1, 1, sound);
    }

    @Test
    void leavesNotesThatNeedNoSplit() {
        List<Note> notes = List.of(note(0, 3 * Q, C), note(3 * Q, Q / 3, E), note(4 * Q, Q, Sound.REST));

        assertEquals(notes, writable(notes));
    }

    @Test
    void tiesSeveralNotesIfOneIsNotEnough() {
        assertEquals(
                List.of(
                        note(0, 2 * Q, C).withTies(true, false),
                        note(2 * Q, Q / 2, C).withTies(false, true)),
                writable(List.of(note(0, 5 * Q / 2, C))));
    }

    @Test
    void keepsExistingTies() {
        assertEquals(
                List.of(
                        note(0, 2 * Q, C).withTies(true, true),
                        note(2 * Q, Q / 2, C).withTies(true, true)),
                writable(List.of(note(0, 5 * Q / 2, C).withTies(true, true))));
    }

    @Test
    void cutsTheNotesOfAChordTogether() {
        List<Note> notes = writable(List.of(note(0, 5 * Q / 2, C), note(0, 5 * Q / 2, E)));

        assertEquals(List.of(C, E, C, E), notes.stream().map(Note::sound).toList());
        assertTrue(Beams.isChord(notes.get(2), notes.get(3)));
    }

    @Test
    void cutsARestUnlessItFillsItsMeasure() {
        List<Note> filling = List.of(note(0, 5 * Q, Sound.REST));

        assertEquals(filling, writable(filling));
        assertEquals(
                List.of(note(0, 2 * Q, Sound.REST), note(2 * Q, Q / 2, Sound.REST)),
                writable(List.of(note(0, 5 * Q / 2, Sound.REST))));
    }

    @Test
    void leavesLengthsThatAreTooShort() {
        assertEquals(List.of(note(0, 1, C)), writable(List.of(note(0, 1, C))));
    }

    @Test
    void makesNoScoreLargerThanTheLimit() {
        List<Note> most = Collections.nCopies(Limits.NOTES - 1, note(0, 5 * Q / 2, C));

        assertEquals(Limits.NOTES, writable(most).size());
    }
}
