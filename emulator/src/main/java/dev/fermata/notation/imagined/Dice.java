package dev.fermata.notation.imagined;

import dev.fermata.random.SplitMix64;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Random choices that are the same for the same text on every machine and Java version. */
final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice seededBy(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Dice(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        state += SplitMix64.STEP;
        return (int) Long.remainderUnsigned(SplitMix64.mix(state), bound);
    }

    /** True with probability 1 / {@code times}. */
    boolean onceIn(int times) {
        return below(times) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
