package dev.fermata.notation;

import dev.fermata.notation.time.Ticks;

/** What a score of whatever format may be at most. Generous to music, fatal to attacks. */
public final class Limits {

    public static final int BYTES = 64 << 20;
    public static final int PARTS = 500;
    public static final int MEASURES = 20_000;

    /** Parts times measures: a short part is filled up with silence, which must not be a way to blow a score up. */
    public static final int PARTS_TIMES_MEASURES = 200_000;

    /** Room for the largest symphonies; written out again, so many notes are some 70 MB. */
    public static final int NOTES = 300_000;

    public static final int QUARTERS_IN_A_MEASURE = 1_000;
    public static final int QUARTERS_IN_ALL = 100_000;

    private int notes;

    /** Counts one note more. */
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
