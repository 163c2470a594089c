/**
 * The provider states that pacts may require: a closed catalogue, each state created in its own world. {@link
 * dev.fermata.states.StateCatalogue} lists them; {@link dev.fermata.states.ProviderStates} creates them.
 */
@NullMarked
package dev.fermata.states;

import org.jspecify.annotations.NullMarked;
