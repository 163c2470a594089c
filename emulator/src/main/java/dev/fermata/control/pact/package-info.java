/**
 * What a pact may ask to be so before it is verified: a closed catalogue of states, each made in a world of its own.
 * {@link dev.fermata.control.pact.StateCatalogue} has them all; {@link dev.fermata.control.pact.ProviderStates} makes them.
 */
@NullMarked
package dev.fermata.control.pact;

import org.jspecify.annotations.NullMarked;
