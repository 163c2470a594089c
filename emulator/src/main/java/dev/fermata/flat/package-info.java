/**
 * Flat on the wire. {@link dev.fermata.flat.FlatApi} is the table of contents.
 */
@NullMarked
package dev.fermata.flat;

import org.jspecify.annotations.NullMarked;
