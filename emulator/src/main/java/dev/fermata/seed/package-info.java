/**
 * The initial contents of a world: {@link dev.fermata.seed.Seed} describes accounts, scores, and jobs in any state.
 * Seeding uses the same code as client requests, so it costs the same credits and has the same limits.
 */
@NullMarked
package dev.fermata.seed;

import org.jspecify.annotations.NullMarked;
