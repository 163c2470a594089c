package dev.fermata.notation.time;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tempo and the position from which it applies. It is decimal because it is printed: a binary fraction could be
 * printed differently elsewhere.
 *
 * @param onset ticks from the start of the bar
 * @param qpm quarter notes a minute, {@link #SLOWEST} to {@link #FASTEST}, at most three decimals
 */
public record Tempo(int onset, BigDecimal qpm) {

    public static final BigDecimal SLOWEST = BigDecimal.valueOf(5);
    public static final BigDecimal FASTEST = BigDecimal.valueOf(1000);

    private static final int MOST_DIGITS = 1_000;

    /** The tempo of a score without one, as in MIDI. */
    public static final BigDecimal DEFAULT_QPM = BigDecimal.valueOf(120);

    public Tempo {
        qpm = hasFewDigits(qpm) ? plain(qpm) : qpm;
        if (onset < 0 || !isPossible(qpm)) {
            throw new IllegalArgumentException("onset " + onset + ", qpm " + qpm);
        }
    }

    public static boolean isPossible(BigDecimal qpm) {
        return qpm.compareTo(SLOWEST) >= 0 && qpm.compareTo(FASTEST) <= 0;
    }

    /** Whether rounding is cheap: for 1E-999999999 it is not. */
    private static boolean hasFewDigits(BigDecimal qpm) {
        return Math.abs(qpm.scale()) <= MOST_DIGITS;
    }

    /** One representation for each number, so that equal tempos are equal records: 90, never 90.0 or 9E+1. */
    private static BigDecimal plain(BigDecimal qpm) {
        BigDecimal shortest = qpm.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
