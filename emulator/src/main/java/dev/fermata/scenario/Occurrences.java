package dev.fermata.scenario;

import dev.fermata.random.SplitMix64;

/**
 * Which of the matching requests, documents or jobs a scenario applies to, in the order in which they arrive.
 *
 * @param after how many to skip first, at least 0
 * @param times how many to apply to, at least 1; {@link #ALWAYS} for no limit
 * @param every apply to every n-th match, at least 1
 * @param probability the chance that it applies to a match, more than 0 and at most 1
 * @param seed the seed of the chance; the same seed gives the same choice
 */
public record Occurrences(int after, int times, int every, double probability, long seed) {
    /** No limit. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Every match. */
    public static final Occurrences ALL = new Occurrences(0, ALWAYS, 1, 1, 0);

    /** Throws {@link IllegalArgumentException} for a value out of range. */
    public Occurrences {
        require(after >= 0, "after must be at least 0, was " + after);
        require(times >= 1, "times must be at least 1, was " + times);
        require(every >= 1, "every must be at least 1, was " + every);
        require(
                probability > 0 && probability <= 1,
                "probability must be more than 0 and at most 1, was " + probability);
    }

    /** The first {@code times} matches, as in "fail twice, then succeed". */
    public static Occurrences first(int times) {
        return new Occurrences(0, times, 1, 1, 0);
    }

    /** Whether the scenario applies to the match with this number, counted from 1. */
    boolean mean(long number) {
        long after = number - this.after;
        if (after < 1 || after % every != 0 || after / every > times) {
            return false;
        }
        return probability == 1 || chance(number) < probability;
    }

    /** A number from 0 to 1, evenly distributed, which depends only on the seed and the match's number. */
    private double chance(long number) {
        return (SplitMix64.mix(seed + number * SplitMix64.STEP) >>> 11) * 0x1.0p-53;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
