/**
 * The JSON of the control API, in and out.
 */
@NullMarked
package dev.fermata.control.wire;

import org.jspecify.annotations.NullMarked;
