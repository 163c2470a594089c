/**
 * Fermata in process: {@link dev.fermata.Fermata} starts it, {@link dev.fermata.FermataOptions} says how.
 *
 * <p>Wires the parts, decides nothing.
 */
@NullMarked
package dev.fermata;

import org.jspecify.annotations.NullMarked;
