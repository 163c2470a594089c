package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * The time of a world.
 *
 * @param speed how many of its seconds pass in a real one
 * @param frozen whether it stands still
 * @param to where a step led
 */
public record ClockJson(
        String now, double speed, boolean frozen, @Nullable String to) {}
