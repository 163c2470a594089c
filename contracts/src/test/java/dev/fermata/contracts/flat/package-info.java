/**
 * Examples of calls to Flat, by the family of the operation. {@link dev.fermata.contracts.flat.FlatExamples} lists them
 * all.
 */
@NullMarked
package dev.fermata.contracts.flat;

import org.jspecify.annotations.NullMarked;
