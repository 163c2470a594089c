/**
 * Pieces that nobody wrote. {@link dev.fermata.notation.imagined.Imagination} makes what a recognition yields,
 * the same for the same document on every machine; {@link dev.fermata.notation.imagined.BlankScore} makes empty
 * staves.
 */
@NullMarked
package dev.fermata.notation.imagined;

import org.jspecify.annotations.NullMarked;
