package dev.fermata.notation.pitch;

/**
 * The interval from the written to the sounding pitch. A clarinet in B♭ sounds a step, two semitones, lower: {@code
 * (-1, -2)}.
 *
 * @param steps of the written note, octaves included
 * @param semitones of the sound, octaves included, −60 to 60
 */
public record Transposition(int steps, int semitones) {

    public static final Transposition NONE = new Transposition(0, 0);

    public Transposition {
        if (Math.abs(steps) > 40 || Math.abs(semitones) > 60) {
            throw new IllegalArgumentException("steps " + steps + ", semitones " + semitones);
        }
    }

    /** The usual spelling of a transposition by semitones. */
    public static Transposition ofSemitones(int semitones) {
        int[] steps = {0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6};
        int within = Math.abs(semitones) % 12;
        int distance = 7 * (Math.abs(semitones) / 12) + steps[within];
        return new Transposition(Integer.signum(semitones) * distance, semitones);
    }

    /** The sounding key for a written key. */
    public Key sounding(Key written) {
        return Key.folded(written.fifths() + 7 * semitones - 12 * steps, written.minor());
    }

    /** The written key for a sounding key. */
    public Key written(Key sounding) {
        return inverse().sounding(sounding);
    }

    /** The whole octaves in it. */
    public int octaves() {
        return semitones / 12;
    }

    /** The transposition without its {@link #octaves()}. */
    public Transposition withinAnOctave() {
        return new Transposition(steps - 7 * octaves(), semitones - 12 * octaves());
    }

    public Transposition inverse() {
        return new Transposition(-steps, -semitones);
    }
}
