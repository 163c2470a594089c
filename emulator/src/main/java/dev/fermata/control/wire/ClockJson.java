package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * The time of a world.
 *
 * @param speed how many of its seconds pass in a real one
 * @param frozen whether it stands still
 * @param ended whether it has stopped at the end of the year 9999
 * @param to where a step led
 */
public record ClockJson(
        String now,
        double speed,
        boolean frozen,
        boolean ended,
        @Nullable String to) {}
