/**
 * The format of a snapshot: a record for each kind of row, and for each kind of value in a row, that maps it to and from
 * the engine. {@link dev.fermata.snapshot.wire.WorldJson} is the whole of it.
 *
 * <p>The names here are the format, so they change with its number alone; those of the engine change freely.
 */
@NullMarked
package dev.fermata.snapshot.wire;

import org.jspecify.annotations.NullMarked;
