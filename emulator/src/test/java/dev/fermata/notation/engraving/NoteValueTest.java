package dev.fermata.notation.engraving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.notation.time.Ticks;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteValueTest {

    private static final int Q = Ticks.PER_QUARTER;

    private static Optional<NoteValue> value(NoteValue.Type type, int dots, int actual, int normal) {
        return Optional.of(new NoteValue(type, dots, actual, normal));
    }

    @Test
    void namesPlainAndDottedValues() {
        assertEquals(value(NoteValue.Type.QUARTER, 0, 1, 1), NoteValue.of(Q));
        assertEquals(value(NoteValue.Type.HALF, 1, 1, 1), NoteValue.of(3 * Q));
        assertEquals(value(NoteValue.Type.HALF, 2, 1, 1), NoteValue.of(7 * Q / 2));
        assertEquals(value(NoteValue.Type.HUNDRED_TWENTY_EIGHTH, 0, 1, 1), NoteValue.of(Q / 32));
        assertEquals(value(NoteValue.Type.BREVE, 0, 1, 1), NoteValue.of(8 * Q));
    }

    @Test
    void namesTuplets() {
        assertEquals(value(NoteValue.Type.EIGHTH, 0, 3, 2), NoteValue.of(Q / 3));
        assertEquals(value(NoteValue.Type.SIXTEENTH, 0, 5, 4), NoteValue.of(Q / 5));
        assertEquals(value(NoteValue.Type.SIXTEENTH, 0, 7, 4), NoteValue.of(Q / 7));
    }

    @Test
    void knowsNoNoteOfFiveEighths() {
        assertEquals(Optional.empty(), NoteValue.of(5 * Q / 2));
        assertEquals(Optional.empty(), NoteValue.of(1));
    }
}
