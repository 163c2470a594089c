/**
 * The time of a world: {@link dev.fermata.clock.VirtualClock}, the only reader of the system clock.
 *
 * <p>Everything that has to do with time is handed an {@link java.time.Instant}; nothing else asks for one.
 */
@NullMarked
package dev.fermata.clock;

import org.jspecify.annotations.NullMarked;
