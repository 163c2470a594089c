package dev.fermata.world;

import dev.fermata.random.SplitMix64;

/** Makes the ids of one world; the same seed makes the same ids in the same order. Safe for use by many threads. */
public final class Ids {
    private static final String HEX = "0123456789abcdef";
    private static final String ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";

    private long state;

    Ids(long seed) {
        this.state = seed;
    }

    /** What the ids to come depend on. */
    public synchronized long state() {
        return state;
    }

    /** Restores it. */
    public synchronized void restore(long other) {
        state = other;
    }

    /** So many lower-case hex digits. */
    public String hex(int length) {
        return draw(HEX, length);
    }

    /** So many digits and lower-case letters. */
    public String alphanumeric(int length) {
        return draw(ALPHANUMERIC, length);
    }

    private synchronized String draw(String digits, int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(digits.charAt((int) Long.remainderUnsigned(next(), digits.length())));
        }
        return id.toString();
    }

    private long next() {
        state += SplitMix64.STEP;
        return SplitMix64.mix(state);
    }
}
