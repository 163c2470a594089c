/**
 * What clients did, in order: {@link dev.fermata.journal.Journal} keeps the newest {@link dev.fermata.journal.Entry
 * entries} of a world, {@link dev.fermata.journal.Query} picks some out.
 *
 * <p>Bodies are not kept, only how long they were and a checksum; secrets are not kept at all.
 */
@NullMarked
package dev.fermata.journal;

import org.jspecify.annotations.NullMarked;
