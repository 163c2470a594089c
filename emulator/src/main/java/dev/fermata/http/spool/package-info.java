/** Files for bodies and answers that are too large for memory. */
@NullMarked
package dev.fermata.http.spool;

import org.jspecify.annotations.NullMarked;
