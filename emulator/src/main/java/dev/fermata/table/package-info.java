/**
 * The lasting state of a world: rows in {@link dev.fermata.table.Table tables}, changed by
 * {@link dev.fermata.table.Tables#change} alone.
 *
 * <p>Rows are immutable. A change is applied whole or not at all, and no other thread sees a part of it. Nothing here
 * knows what a row means.
 */
@NullMarked
package dev.fermata.table;

import org.jspecify.annotations.NullMarked;
