package dev.fermata.notation.musicxml.read;

import dev.fermata.notation.Limits;
import dev.fermata.notation.UnreadableScoreException;
import dev.fermata.notation.time.Ticks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The reader's position in a measure. It counts millionths of the file's divisions and rounds only positions to ticks,
 * never lengths: otherwise rounding errors would add up.
 */
final class Position {

    // Chosen so that no product of a length and a tick count overflows a long.
    private static final int MOST_DIVISIONS = 100_000;
    private static final long LONGEST = 100_000_000L * 1_000_000L;

    private long divisions;
    private long ticksBefore;
    private long offset;

    /** From here on, the file has this many divisions for each quarter. */
    void divide(BigDecimal perQuarter) throws UnreadableScoreException {
        Limits.check(perQuarter.signum() > 0 && perQuarter.intValue() <= MOST_DIVISIONS, "<divisions> is out of range");
        ticksBefore = ticks();
        offset = 0;
        divisions = Math.max(1, millionths(perQuarter));
    }

    void startMeasure() {
        ticksBefore = 0;
        offset = 0;
    }

    long ticks() throws UnreadableScoreException {
        return after(0);
    }

    /** The end of something that starts here and has this length in the file; not before the start of the measure. */
    long after(long length) throws UnreadableScoreException {
        if (offset + length == 0) {
            return ticksBefore;
        }
        Limits.check(divisions > 0, "durations are given without <divisions>");
        long ticks = ticksBefore + Math.floorDiv(2 * (offset + length) * Ticks.PER_QUARTER + divisions, 2 * divisions);
        Limits.measureTicks(ticks);
        return Math.max(0, ticks);
    }

    /** Moves forward, or back to the start of the measure at most. */
    void move(long length) throws UnreadableScoreException {
        Limits.check(divisions > 0, "durations are given without <divisions>");
        offset += length;
        if (after(0) == 0) {
            startMeasure();
        }
    }

    /** A length of the file, checked. */
    static long length(BigDecimal duration) throws UnreadableScoreException {
        return checked(millionths(duration), "duration");
    }

    /** An offset from the current position, checked; may be negative. */
    static long distance(BigDecimal offset) throws UnreadableScoreException {
        return offset.signum() * checked(millionths(offset.abs()), "offset");
    }

    private static long checked(long length, String element) throws UnreadableScoreException {
        Limits.check(length >= 0 && length <= LONGEST, "a <" + element + "> is out of range");
        return length;
    }

    private static long millionths(BigDecimal number) {
        return number.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
