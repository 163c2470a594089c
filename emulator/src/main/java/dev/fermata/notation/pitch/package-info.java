/** Pitches, keys and transpositions. */
@NullMarked
package dev.fermata.notation.pitch;

import org.jspecify.annotations.NullMarked;
