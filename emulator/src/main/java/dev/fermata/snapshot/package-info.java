/**
 * Worlds as JSON, to be restored as they were: {@link dev.fermata.snapshot.Snapshot} writes and reads them.
 *
 * <p>The format is in {@code wire} and {@code spelling}, what must hold of it in {@code check}.
 */
@NullMarked
package dev.fermata.snapshot;

import org.jspecify.annotations.NullMarked;
