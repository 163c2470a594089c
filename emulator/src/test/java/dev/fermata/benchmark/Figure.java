package dev.fermata.benchmark;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value how much it is
 * @param atLeast what it must be at least
 * @param atMost what it may be at most
 * @param unit of all three
 */
record Figure(String name, double value, double atLeast, double atMost, String unit) {
    static Figure atLeast(String name, double value, double threshold, String unit) {
        return new Figure(name, value, threshold, Double.POSITIVE_INFINITY, unit);
    }

    static Figure atMost(String name, double value, double threshold, String unit) {
        return new Figure(name, value, Double.NEGATIVE_INFINITY, threshold, unit);
    }

    boolean holds() {
        return value >= atLeast && value <= atMost;
    }

    @Override
    public String toString() {
        String limit = Double.isInfinite(atMost)
                ? String.format(Locale.ROOT, "at least %.2f", atLeast)
                : String.format(Locale.ROOT, "at most %.2f", atMost);
        return String.format(
                Locale.ROOT, "%-4s %-72s %10.2f %s (%s)", holds() ? "ok" : "FAIL", name, value, unit, limit);
    }
}
