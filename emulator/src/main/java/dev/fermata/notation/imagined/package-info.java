/**
 * Generated pieces. {@link dev.fermata.notation.imagined.Imagination} makes the result of a recognition, the same for
 * the same document on every machine; {@link dev.fermata.notation.imagined.BlankScore} makes empty staves.
 */
@NullMarked
package dev.fermata.notation.imagined;

import org.jspecify.annotations.NullMarked;
