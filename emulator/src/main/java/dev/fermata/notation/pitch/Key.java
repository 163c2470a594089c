package dev.fermata.notation.pitch;

/**
 * A key signature.
 *
 * @param fifths sharps (positive) or flats (negative), −7 to 7
 */
public record Key(int fifths, boolean minor) {

    private static final String SHARPS = "FCGDAEB";

    public Key {
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("fifths " + fifths);
        }
    }

    /** The key with these fifths; beyond seven accidentals, the enharmonic key. */
    public static Key folded(int fifths, boolean minor) {
        int folded = Math.floorMod(fifths, 12);
        return new Key(Math.abs(fifths) <= 7 ? fifths : folded > 6 ? folded - 12 : folded, minor);
    }

    /** The alteration of a step by the signature: −1, 0 or 1. */
    public int alter(Step step) {
        int place = SHARPS.indexOf(step.name());
        if (fifths > 0) {
            return place < fifths ? 1 : 0;
        }
        return 6 - place < -fifths ? -1 : 0;
    }

    /** The first note of its scale. */
    public Step tonic() {
        return Step.of(4 * fifths - (minor ? 2 : 0));
    }
}
