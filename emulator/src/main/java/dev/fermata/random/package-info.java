/** Pseudo-random numbers that are the same on every machine and Java version: {@link dev.fermata.random.SplitMix64}. */
@NullMarked
package dev.fermata.random;

import org.jspecify.annotations.NullMarked;
