package dev.fermata.notation.imagined;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The chords of a piece: one triad of the key for each bar, in phrases of four bars, with the tonic at the end.
 *
 * @param roots scale degree of each bar's root, 0 is the tonic
 */
record Harmony(Key key, List<Integer> roots) {

    private static final int TONIC = 0;
    private static final int DOMINANT = 4;
    private static final List<List<Integer>> PHRASES = List.of(
            List.of(0, 3, 4, 0),
            List.of(0, 5, 3, 4),
            List.of(0, 1, 4, 0),
            List.of(0, 4, 5, 3),
            List.of(5, 3, 0, 4),
            List.of(0, 3, 1, 4));

    static Harmony of(Key key, int bars, Dice dice) {
        List<Integer> roots = new ArrayList<>();
        while (roots.size() < bars) {
            roots.addAll(dice.pick(PHRASES));
        }
        roots = roots.subList(0, bars);
        if (bars > 1) {
            roots.set(bars - 2, DOMINANT);
        }
        roots.set(bars - 1, TONIC);
        return new Harmony(key, List.copyOf(roots));
    }

    /** The height of the {@code third}-th note of a bar's chord (0 is the root) at or above {@code floor}. */
    int chordNote(int bar, int third, int floor) {
        int step = key.tonic().index() + roots.get(bar) + 2 * third;
        return floor + Math.floorMod(step - floor, 7);
    }

    boolean isChordNote(int bar, int height) {
        int above = Math.floorMod(height - key.tonic().index() - roots.get(bar), 7);
        return above == 0 || above == 2 || above == 4;
    }

    /** The height of the tonic nearest to {@code height}. */
    int tonicNear(int height) {
        int above = Math.floorMod(height - key.tonic().index(), 7);
        return above <= 3 ? height - above : height + 7 - above;
    }

    /** The pitch at a height in this bar: in the key, with a raised leading note under the dominant in minor. */
    Pitch pitch(int bar, int height) {
        boolean leading = key.minor()
                && roots.get(bar) == DOMINANT
                && Math.floorMod(height - key.tonic().index(), 7) == 6;
        return Pitch.at(height, key.alter(Step.of(height)) + (leading ? 1 : 0));
    }
}
