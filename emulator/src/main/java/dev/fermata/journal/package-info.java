/**
 * The requests of clients, in order: {@link dev.fermata.journal.Journal} keeps the newest {@link
 * dev.fermata.journal.Entry entries} of a world, {@link dev.fermata.journal.Query} selects some.
 *
 * <p>Of bodies, only length and checksum are kept. Secrets are never kept.
 */
@NullMarked
package dev.fermata.journal;

import org.jspecify.annotations.NullMarked;
