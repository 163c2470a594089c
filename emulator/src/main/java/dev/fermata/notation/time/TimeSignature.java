package dev.fermata.notation.time;

import java.util.Optional;

/**
 * A metre.
 *
 * @param beats 1 to 64
 * @param beatType 1, 2, 4, … 64
 */
public record TimeSignature(int beats, int beatType) {

    public static final TimeSignature COMMON = new TimeSignature(4, 4);

    public TimeSignature {
        if (!isPossible(beats, beatType)) {
            throw new IllegalArgumentException(beats + "/" + beatType);
        }
    }

    public static boolean isPossible(int beats, int beatType) {
        return beats >= 1 && beats <= 64 && beatType >= 1 && beatType <= 64 && Integer.bitCount(beatType) == 1;
    }

    /** The length of a full measure, in ticks. */
    public int ticks() {
        return beats * 4 * Ticks.PER_QUARTER / beatType;
    }

    /** The metre of a measure of this length, in the same or shorter beats; empty if none fits. */
    public Optional<TimeSignature> lasting(int ticks) {
        for (int type = beatType; type <= 64; type *= 2) {
            int beat = 4 * Ticks.PER_QUARTER / type;
            if (ticks % beat == 0 && isPossible(ticks / beat, type)) {
                return Optional.of(new TimeSignature(ticks / beat, type));
            }
        }
        return Optional.empty();
    }

    /** The length of a felt beat, in ticks: three eighths in 6/8, 9/8, 12/8, else one {@code beatType}. */
    public int beatTicks() {
        int unit = 4 * Ticks.PER_QUARTER / beatType;
        boolean compound = beatType >= 8 && beats > 3 && beats % 3 == 0;
        return compound ? 3 * unit : unit;
    }
}
