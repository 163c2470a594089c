package dev.fermata.http.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header, formatted once a second: on a poll it would cost more than the answer. */
public final class WireDate {
    private record Formatted(long second, String text) {}

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private volatile Formatted last = new Formatted(Long.MIN_VALUE, "");

    /** The header for an instant. */
    public String of(Instant instant) {
        Formatted formatted = last;
        if (formatted.second() != instant.getEpochSecond()) {
            formatted = new Formatted(instant.getEpochSecond(), IMF_FIXDATE.format(instant));
            last = formatted;
        }
        return formatted.text();
    }
}
