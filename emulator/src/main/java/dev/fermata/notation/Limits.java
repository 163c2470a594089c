package dev.fermata.notation;

import dev.fermata.notation.time.Ticks;

/** The maximum size of a score, for all formats. The limits allow any real music and stop attacks. */
public final class Limits {

    public static final int BYTES = 64 << 20;
    public static final int PARTS = 500;
    public static final int MEASURES = 20_000;

    /** Parts times measures: short parts are filled up with silence, which must not inflate a score. */
    public static final int PARTS_TIMES_MEASURES = 200_000;

    /** Enough for the largest symphonies; a file with this many notes has about 70 MB. */
    public static final int NOTES = 300_000;

    public static final int QUARTERS_IN_A_MEASURE = 1_000;
    public static final int QUARTERS_IN_ALL = 100_000;

    private int notes;

    /** Counts one more note. */
    public void note() throws UnreadableScoreException {
        notes++;
        check(notes <= NOTES, "the score has more than " + NOTES + " notes");
    }

    public static void parts(int parts) throws UnreadableScoreException {
        check(parts <= PARTS, "the score has more than " + PARTS + " parts");
    }

    public static void measures(int measures) throws UnreadableScoreException {
        check(measures <= MEASURES, "the score has more than " + MEASURES + " measures");
    }

    public static void size(int parts, int measures) throws UnreadableScoreException {
        check((long) parts * measures <= PARTS_TIMES_MEASURES, "the score has too many parts with too many measures");
    }

    public static void measureTicks(long ticks) throws UnreadableScoreException {
        check(
                ticks <= (long) QUARTERS_IN_A_MEASURE * Ticks.PER_QUARTER,
                "a measure is longer than " + QUARTERS_IN_A_MEASURE + " quarter notes");
    }

    public static void totalTicks(long ticks) throws UnreadableScoreException {
        check(
                ticks <= (long) QUARTERS_IN_ALL * Ticks.PER_QUARTER,
                "the score is longer than " + QUARTERS_IN_ALL + " quarter notes");
    }

    public static void check(boolean fine, String otherwise) throws UnreadableScoreException {
        if (!fine) {
            throw new UnreadableScoreException(otherwise);
        }
    }
}
