package dev.fermata.http.receive;

import java.time.Duration;

/**
 * How fast a client must send a body, and read an answer; one that is slower is cut off.
 *
 * @param bytes how many it must move in each window
 * @param window how long a window is
 */
public record LeastRate(long bytes, Duration window) {
    /** A rate that every working network exceeds. */
    public static final LeastRate DEFAULT = new LeastRate(10_000, Duration.ofSeconds(20));
}
