/**
 * How types of the engine are written in a snapshot: {@link dev.fermata.snapshot.spelling.Spelling}, and the records of
 * what stands in scores: documents, content and notation.
 */
@NullMarked
package dev.fermata.snapshot.spelling;

import org.jspecify.annotations.NullMarked;
