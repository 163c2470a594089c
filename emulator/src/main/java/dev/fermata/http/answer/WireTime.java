package dev.fermata.http.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates in JSON, as both vendors write them: ISO 8601 with milliseconds and Z. */
public final class WireTime {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** The text for an instant. */
    public static String of(Instant instant) {
        return MILLIS.format(instant);
    }
}
