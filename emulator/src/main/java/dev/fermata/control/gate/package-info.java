/** The common parts of all control operations: access control, the call, and errors. */
@NullMarked
package dev.fermata.control.gate;

import org.jspecify.annotations.NullMarked;
