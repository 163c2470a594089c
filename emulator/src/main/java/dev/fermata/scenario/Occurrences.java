package dev.fermata.scenario;

/**
 * Which of the requests, documents or jobs that match are meant, in the order in which they come.
 *
 * @param after so many are left alone first, 0 or more
 * @param times so many are meant then, at least 1; {@link #ALWAYS} for all of them
 * @param every every so-manieth of them, at least 1
 * @param probability with which each of them is meant, more than 0, up to 1
 * @param seed the same seed, the same choice
 */
public record Occurrences(int after, int times, int every, double probability, long seed) {
    /** As many as come. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** All of them. */
    public static final Occurrences ALL = new Occurrences(0, ALWAYS, 1, 1, 0);

    /** Throws {@link IllegalArgumentException} for a value out of its range. */
    public Occurrences {
        require(after >= 0, "after is 0 or more, not " + after);
        require(times >= 1, "times is at least 1, not " + times);
        require(every >= 1, "every is at least 1, not " + every);
        require(probability > 0 && probability <= 1, "a probability is more than 0 and up to 1, not " + probability);
    }

    /** The first so many: "fail twice, then succeed". */
    public static Occurrences first(int times) {
        return new Occurrences(0, times, 1, 1, 0);
    }

    /** Whether the one with this number, from 1, is meant. */
    boolean mean(long number) {
        long after = number - this.after;
        if (after < 1 || after % every != 0 || after / every > times) {
            return false;
        }
        return probability == 1 || chance(number) < probability;
    }

    /** From 0 to 1, evenly: the finalizer of SplitMix64, which needs no state but the number. */
    private double chance(long number) {
        long z = seed + number * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
