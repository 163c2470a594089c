/** Flat's collections, and the scores in them. */
@NullMarked
package dev.fermata.flat.collection;

import org.jspecify.annotations.NullMarked;
