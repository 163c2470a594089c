/** The JSON of the control API, requests and responses. */
@NullMarked
package dev.fermata.control.wire;

import org.jspecify.annotations.NullMarked;
