package dev.fermata.job.script;

/**
 * Where in its work something befalls a job.
 *
 * @param unit what is counted
 * @param number a percent from 0 to 99, or a page from 1; one beyond the last page is the last
 */
public record At(Unit unit, int number) {
    /** What places in a job's work are counted in. */
    public enum Unit {
        PERCENT,
        PAGE
    }

    public At {
        if (unit == Unit.PERCENT) {
            JobFault.requirePercent(0, number, 99);
        } else if (number < 1) {
            throw new IllegalArgumentException("pages are counted from 1, so there is no page " + number);
        }
    }

    /** When so much of the work is done. */
    public static At percent(int percent) {
        return new At(Unit.PERCENT, percent);
    }

    /** When this page is read. */
    public static At page(int page) {
        return new At(Unit.PAGE, page);
    }
}
