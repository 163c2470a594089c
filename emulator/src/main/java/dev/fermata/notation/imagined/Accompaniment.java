package dev.fermata.notation.imagined;

import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;
import dev.fermata.notation.time.Ticks;
import java.util.ArrayList;
import java.util.List;

/** The piano under a melody: the chords of the harmony, in one figure for the whole piece. */
final class Accompaniment {

    /** Voice and staff of the left hand, numbered as in notation programs: four voices for each staff. */
    static final int LEFT_VOICE = 5;

    private static final int LEFT_STAFF = 2;
    private static final int LEFT_FLOOR = new Pitch(Step.E, 0, 2).height();
    private static final int RIGHT_FLOOR = new Pitch(Step.B, 0, 3).height();
    private static final int EIGHTH = Ticks.PER_QUARTER / 2;
    // Notes of the chord in thirds from its root; 3 is the octave.
    private static final int[] ROCKING = {0, 2, 1, 2};
    private static final int[] RISING = {0, 1, 2, 3, 2, 1};

    private final Harmony harmony;
    private final Metre metre;
    private final Figure figure;

    /** How the left hand plays a chord. */
    private enum Figure {
        HELD,
        PULSING,
        BROKEN
    }

    Accompaniment(Harmony harmony, Metre metre, Dice dice) {
        this.harmony = harmony;
        this.metre = metre;
        this.figure = dice.pick(List.of(Figure.HELD, Figure.PULSING, Figure.BROKEN, Figure.BROKEN));
    }

    /** The left hand in this bar. */
    List<Note> left(int bar) {
        boolean last = bar == harmony.roots().size() - 1;
        return switch (last ? Figure.HELD : figure) {
            case HELD -> chord(bar, 0, metre.time().ticks(), 0, LEFT_FLOOR, LEFT_VOICE, LEFT_STAFF);
            case PULSING -> pulsing(bar);
            case BROKEN -> broken(bar);
        };
    }

    /** The right hand in this bar if another instrument has the melody: the chord, held. */
    List<Note> right(int bar) {
        return chord(bar, 0, metre.time().ticks(), 0, RIGHT_FLOOR, 1, 1);
    }

    /** The root on the first beat, the rest of the chord on the others. */
    private List<Note> pulsing(int bar) {
        int beat = metre.time().beatTicks();
        List<Note> notes = new ArrayList<>();
        int root = harmony.chordNote(bar, 0, LEFT_FLOOR);
        notes.add(new Note(0, beat, LEFT_VOICE, LEFT_STAFF, harmony.pitch(bar, root)));
        for (int onset = beat; onset < metre.time().ticks(); onset += beat) {
            notes.addAll(chord(bar, onset, beat, 1, root + 2, LEFT_VOICE, LEFT_STAFF));
        }
        return notes;
    }

    private List<Note> broken(int bar) {
        int[] order = metre.time().beats() % 3 == 0 ? RISING : ROCKING;
        int root = harmony.chordNote(bar, 0, LEFT_FLOOR);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i * EIGHTH < metre.time().ticks(); i++) {
            int third = order[i % order.length];
            int height = third == 3 ? root + 7 : root + 2 * third;
            notes.add(new Note(i * EIGHTH, EIGHTH, LEFT_VOICE, LEFT_STAFF, harmony.pitch(bar, height)));
        }
        return notes;
    }

    private List<Note> chord(int bar, int onset, int duration, int lowestThird, int floor, int voice, int staff) {
        List<Note> notes = new ArrayList<>();
        int height = floor;
        for (int third = lowestThird; third <= 2; third++) {
            height = harmony.chordNote(bar, third, height);
            notes.add(new Note(onset, duration, voice, staff, harmony.pitch(bar, height)));
        }
        return notes;
    }
}
