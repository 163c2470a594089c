package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a clock is told; each operation reads one of these.
 *
 * @param by an ISO 8601 duration, as PT2H
 * @param to an ISO 8601 instant, as 2026-11-22T10:00:00Z
 * @param speed 0 to 1,000,000
 */
public record ClockChangeJson(
        @Nullable String by, @Nullable String to, @Nullable Double speed) {}
