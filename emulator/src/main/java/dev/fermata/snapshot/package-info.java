/**
 * Worlds as JSON, to be put back as they were: {@link dev.fermata.snapshot.Snapshot} writes and reads them. What each
 * part of a world is, the part says itself; here it is only spelled.
 */
@NullMarked
package dev.fermata.snapshot;

import org.jspecify.annotations.NullMarked;
