/** Programs: in a process of their own or in this one, and the figures that are measured of them. */
@NullMarked
package dev.fermata.testing.process;

import org.jspecify.annotations.NullMarked;
