package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * How credits are to change: one of the two.
 *
 * @param grant how many more, from 1
 * @param set how many there are to be, from 0
 */
public record CreditsJson(@Nullable Integer grant, @Nullable Integer set) {}
