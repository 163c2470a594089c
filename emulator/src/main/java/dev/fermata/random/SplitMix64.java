package dev.fermata.random;

/**
 * The generator SplitMix64 of Steele, Lea and Flood, without an object: its only state is one number, which callers keep
 * and can store. The JDK does not specify its own {@code SplittableRandom} as exactly.
 *
 * <p>Each number is {@link #mix} of a state, and each state is the previous one plus {@link #STEP}; the first state is the
 * seed plus {@code STEP}.
 */
public final class SplitMix64 {

    /** The difference between two consecutive states. */
    public static final long STEP = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** The number that belongs to a state; all 2<sup>64</sup> values are equally frequent. */
    public static long mix(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
