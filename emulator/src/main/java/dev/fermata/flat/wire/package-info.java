/**
 * The JSON that Flat sends and takes; none of it is a domain record.
 */
@NullMarked
package dev.fermata.flat.wire;

import org.jspecify.annotations.NullMarked;
