package dev.fermata.notation.engraving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccidentalsTest {

    private static final Pitch F = new Pitch(Step.F, 0, 4);
    private static final Pitch F_SHARP = new Pitch(Step.F, 1, 4);

    private final Accidentals accidentals = new Accidentals();

    private static Note note(int onset, int voice, Pitch pitch) {
        return new Note(onset, 10, voice, 1, pitch);
    }

    private List<Boolean> needed(Key key, Note... notes) {
        accidentals.enter(new Measure(Optional.of(key), Optional.empty(), List.of(), List.of(notes)));
        return List.of(notes).stream().map(accidentals::isNeeded).toList();
    }

    @Test
    void areNeededIfTheKeyDiffers() {
        assertEquals(List.of(true), needed(new Key(0, false), note(0, 1, F_SHARP)));
        assertEquals(List.of(false), needed(new Key(1, false), note(0, 1, F_SHARP)));
        assertEquals(List.of(true), needed(new Key(1, false), note(0, 1, F)));
    }

    @Test
    void holdUntilTheBarLine() {
        Key g = new Key(1, false);
        assertEquals(List.of(true, false, true), needed(g, note(0, 1, F), note(10, 1, F), note(20, 1, F_SHARP)));
        assertEquals(List.of(true, false), needed(g, note(0, 1, F), note(10, 1, F)));
        assertEquals(List.of(true), needed(g, note(0, 1, F)));
    }

    @Test
    void holdForTheOtherVoiceOfTheStaffToo() {
        // Voice 2 is later in the measure's order, but earlier in time.
        assertEquals(List.of(false, true), needed(new Key(0, false), note(10, 1, F_SHARP), note(0, 2, F_SHARP)));
    }

    @Test
    void areNotRepeatedOnTheSecondNoteOfATie() {
        assertEquals(
                List.of(false), needed(new Key(0, false), note(0, 1, F_SHARP).withTies(false, true)));
    }
}
