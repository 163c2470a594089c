/**
 * The temporary folder of one server: how many bytes may be kept in it, and what happens when it cannot be written.
 *
 * <p>Start with {@link dev.fermata.disk.Disk}.
 */
@NullMarked
package dev.fermata.disk;

import org.jspecify.annotations.NullMarked;
