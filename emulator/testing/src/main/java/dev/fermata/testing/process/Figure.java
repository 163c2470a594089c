package dev.fermata.testing.process;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value how much it is
 * @param atLeast what it must be at least
 * @param atMost what it may be at most
 * @param unit of all three
 * @param seen what else was seen meanwhile; empty for nothing
 */
public record Figure(String name, double value, double atLeast, double atMost, String unit, String seen) {
    public static Figure atLeast(String name, double value, double threshold, String unit) {
        return new Figure(name, value, threshold, Double.POSITIVE_INFINITY, unit, "");
    }

    public static Figure atMost(String name, double value, double threshold, String unit) {
        return new Figure(name, value, Double.NEGATIVE_INFINITY, threshold, unit, "");
    }

    public static Figure exactly(String name, double value, double expected, String unit) {
        return new Figure(name, value, expected, expected, unit, "");
    }

    /** Something that is so, or is not: 1 or 0. */
    public static Figure that(String name, boolean holds) {
        return exactly(name, holds ? 1 : 0, 1, "");
    }

    /** A figure that no threshold is set for. */
    public static Figure unlimited(String name, double value, String unit) {
        return new Figure(name, value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, unit, "");
    }

    /** The same, with what else was seen. */
    public Figure seen(String what) {
        return new Figure(name, value, atLeast, atMost, unit, what);
    }

    public boolean holds() {
        return value >= atLeast && value <= atMost;
    }

    @Override
    public String toString() {
        String more = seen.isEmpty() ? "" : "; " + seen;
        return String.format(
                Locale.ROOT, "%-4s %-72s %10.2f %s (%s)%s", holds() ? "ok" : "FAIL", name, value, unit, limit(), more);
    }

    private String limit() {
        if (atLeast == atMost) {
            return String.format(Locale.ROOT, "exactly %.2f", atLeast);
        }
        if (Double.isInfinite(atMost)) {
            return Double.isInfinite(atLeast) ? "no threshold" : String.format(Locale.ROOT, "at least %.2f", atLeast);
        }
        return String.format(Locale.ROOT, "at most %.2f", atMost);
    }
}
