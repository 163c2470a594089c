package dev.fermata.notation.pitch;

/**
 * A written pitch.
 *
 * @param alter semitones up (sharps) or down (flats), −3 to 3
 * @param octave 0 to 9; 4 begins at middle C
 */
public record Pitch(Step step, int alter, int octave) implements Sound {

    public Pitch {
        if (alter < -3 || alter > 3 || octave < 0 || octave > 9) {
            throw new IllegalArgumentException("alter " + alter + ", octave " + octave);
        }
    }

    /** MIDI key number; middle C is 60. The lowest and highest octaves may exceed MIDI's range of 0 to 127. */
    public int midi() {
        return 12 * (octave + 1) + step.semitones() + alter;
    }

    /** Height on the staff in steps above C0, without alterations. */
    public int height() {
        return 7 * octave + step.index();
    }

    /** The unaltered pitch at a {@link #height()} of 0 to 69, with the given alteration. */
    public static Pitch at(int height, int alter) {
        return new Pitch(Step.of(height), alter, Math.floorDiv(height, 7));
    }

    /** Moves the written note by {@code steps} and the sound by {@code semitones}. */
    public Pitch moved(int steps, int semitones) {
        Pitch natural = at(height() + steps, 0);
        return at(natural.height(), midi() + semitones - natural.midi());
    }
}
