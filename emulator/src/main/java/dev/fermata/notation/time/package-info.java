/** Bars, time signatures and tempos. */
@NullMarked
package dev.fermata.notation.time;

import org.jspecify.annotations.NullMarked;
