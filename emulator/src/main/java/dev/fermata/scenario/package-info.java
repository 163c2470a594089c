/**
 * Failures on demand: a {@link dev.fermata.scenario.Scenario} says {@link dev.fermata.scenario.When when} something
 * other than the vendor's usual behaviour happens, and {@link dev.fermata.scenario.Then then} what. {@link
 * dev.fermata.scenario.Scenarios} holds the active ones of a world, {@link dev.fermata.scenario.Catalogue} the built-in
 * ones.
 *
 * <p>This package only decides. The engine applies faults to jobs; package {@code exchange} applies effects to answers
 * and connections. A scenario never runs code.
 */
@NullMarked
package dev.fermata.scenario;

import org.jspecify.annotations.NullMarked;
