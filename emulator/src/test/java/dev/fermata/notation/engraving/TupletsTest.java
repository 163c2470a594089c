package dev.fermata.notation.engraving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Ticks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TupletsTest {
    /** A group must not be recounted for each of its notes: that would take minutes. */
    @Test
    void neverFullIsOneTupletHoweverLong() {
        int sixteenth = Ticks.PER_QUARTER / 5;
        List<Note> endless = new ArrayList<>(List.of(new Note(0, sixteenth * 3 / 2, 1, 1, Sound.REST)));
        while (endless.size() < 200_000) {
            int onset = endless.get(endless.size() - 1).end();
            endless.add(new Note(onset, sixteenth, 1, 1, Sound.REST));
        }
        Tuplets tuplets = Tuplets.of(endless);
        assertEquals(1, endless.stream().filter(tuplets::beginsAt).count());
        assertEquals(1, endless.stream().filter(tuplets::endsAt).count());
    }

    private static final int Q = Ticks.PER_QUARTER;
    private static final int TRIPLET = Q / 3;
    private static final Sound E = new Pitch(Step.E, 0, 4);
    private static final Sound G = new Pitch(Step.G, 0, 4);

    /** Consecutive notes, a negative length is a rest: brackets where tuplets start and end, dots between. */
    private static String drawn(int... lengths) {
        List<Note> notes = new ArrayList<>();
        int onset = 0;
        for (int length : lengths) {
            notes.add(new Note(onset, Math.abs(length), 1, 1, length < 0 ? Sound.REST : E));
            onset += Math.abs(length);
        }
        return drawn(notes);
    }

    private static String drawn(List<Note> notes) {
        Tuplets tuplets = Tuplets.of(notes);
        StringBuilder drawn = new StringBuilder();
        for (Note note : notes) {
            drawn.append(tuplets.beginsAt(note) ? "[" : "").append('.').append(tuplets.endsAt(note) ? "]" : "");
        }
        return drawn.toString();
    }

    @Test
    void endWhereTheyFillPlainTime() {
        assertEquals("[...][...]", drawn(TRIPLET, TRIPLET, TRIPLET, TRIPLET, TRIPLET, TRIPLET));
        assertEquals("[.....]", drawn(Q / 5, Q / 5, Q / 5, Q / 5, Q / 5));
        assertEquals(".[...].", drawn(Q, 2 * Q / 3, 2 * Q / 3, 2 * Q / 3, Q));
    }

    @Test
    void mixLongAndShortNotesAndRests() {
        assertEquals("[..][..]", drawn(2 * TRIPLET, TRIPLET, TRIPLET, 2 * TRIPLET));
        assertEquals("[...]", drawn(-TRIPLET, TRIPLET, -TRIPLET));
    }

    @Test
    void countAChordOnce() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            notes.add(new Note(i * TRIPLET, TRIPLET, 1, 1, E));
            notes.add(new Note(i * TRIPLET, TRIPLET, 1, 1, G));
        }

        assertEquals("[.....].", drawn(notes));
    }

    @Test
    void breakOffWhereSomethingElseFollows() {
        assertEquals("[..].", drawn(TRIPLET, TRIPLET, Q));
        assertEquals("[..][..]", drawn(TRIPLET, TRIPLET, Q / 5, Q / 5));
        assertEquals(
                "[.][.][.]",
                drawn(List.of(
                        new Note(0, TRIPLET, 1, 1, E),
                        new Note(2 * TRIPLET, TRIPLET, 1, 1, E),
                        new Note(0, TRIPLET, 2, 1, E))));
    }
}
