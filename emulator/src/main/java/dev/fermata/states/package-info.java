/**
 * What a pact may ask to be so before it is verified: a closed catalogue of states, each made in a world of its own.
 * {@link dev.fermata.states.StateCatalogue} has them all; {@link dev.fermata.states.ProviderStates} makes them.
 */
@NullMarked
package dev.fermata.states;

import org.jspecify.annotations.NullMarked;
