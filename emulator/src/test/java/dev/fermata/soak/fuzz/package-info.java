/** Attacks by requests that chance makes. */
@NullMarked
package dev.fermata.soak.fuzz;

import org.jspecify.annotations.NullMarked;
