/**
 * The source of each behaviour: documented, observed or assumed.
 *
 * <p>The annotations are on the code that implements the behaviour; {@link dev.fermata.fidelity.Fidelity} reads them.
 */
@NullMarked
package dev.fermata.fidelity;

import org.jspecify.annotations.NullMarked;
