/** The attacks, one in each file. */
@NullMarked
package dev.fermata.soak.attack;

import org.jspecify.annotations.NullMarked;
