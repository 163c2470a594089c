/**
 * Failures on demand: a {@link dev.fermata.scenario.Scenario} says {@link dev.fermata.scenario.When when} something else
 * happens than the vendor would do, and {@link dev.fermata.scenario.Then then} what. {@link dev.fermata.scenario.Scenarios}
 * holds those of a world, {@link dev.fermata.scenario.Catalogue} those that come along.
 *
 * <p>Everything here decides and nothing here acts: what happens to a job is the engine's, what happens to an answer or a
 * line is done where answers are given. Nothing in a scenario runs code.
 */
@NullMarked
package dev.fermata.scenario;

import org.jspecify.annotations.NullMarked;
