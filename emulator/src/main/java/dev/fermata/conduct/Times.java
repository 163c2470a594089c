package dev.fermata.conduct;

import java.time.Duration;
import java.util.Locale;

/** Durations for a person. */
public final class Times {
    private Times() {}

    /** Seconds, as in {@code 0.2 s}. */
    public static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
