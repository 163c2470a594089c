/**
 * Where a behaviour comes from: documented, observed or assumed.
 *
 * <p>The annotations stand on the code that has the behaviour; {@link dev.fermata.fidelity.Fidelity} reads them back.
 */
@NullMarked
package dev.fermata.fidelity;

import org.jspecify.annotations.NullMarked;
