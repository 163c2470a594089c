package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * The time of a world.
 *
 * @param speed virtual seconds in a real second
 * @param frozen whether it stands still
 * @param ended whether it has stopped at the end of the year 9999
 * @param to the time that a step led to
 */
public record ClockJson(
        String now,
        double speed,
        boolean frozen,
        boolean ended,
        @Nullable String to) {}
