/** Attacks by requests that are all in order, but many, at a bad time, or asking for trouble. */
@NullMarked
package dev.fermata.soak.load;

import org.jspecify.annotations.NullMarked;
