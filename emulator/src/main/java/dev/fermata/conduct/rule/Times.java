package dev.fermata.conduct.rule;

import java.time.Duration;
import java.util.Locale;

/** Durations for a person. */
final class Times {
    private Times() {}

    /** As {@code 0.2 s}. */
    static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
