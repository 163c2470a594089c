/**
 * What is in a world from its start: {@link dev.fermata.seed.Seed} says it, accounts, scores, and jobs in any state.
 * It comes in by the same doors as what clients do, so it costs what that costs and must be possible as that is.
 */
@NullMarked
package dev.fermata.seed;

import org.jspecify.annotations.NullMarked;
