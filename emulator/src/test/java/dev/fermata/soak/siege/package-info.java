/** Attacks by connections that are held without getting anywhere. */
@NullMarked
package dev.fermata.soak.siege;

import org.jspecify.annotations.NullMarked;
