/**
 * The time of a world: {@link dev.fermata.clock.VirtualClock}, the only reader of the system clock.
 *
 * <p>All other code takes an {@link java.time.Instant} as an argument.
 */
@NullMarked
package dev.fermata.clock;

import org.jspecify.annotations.NullMarked;
