/**
 * Judges how a client behaves: a {@link dev.fermata.conduct.Rule} reads a {@link dev.fermata.conduct.Run} and gives a
 * {@link dev.fermata.conduct.Verdict}; an {@link dev.fermata.conduct.exercise.Exercise} is a situation in which rules
 * apply. Package {@code rule} contains the rules.
 *
 * <p>Rules judge order, number and pace of requests, and requests that a client must not make. Single exchanges are the
 * subject of Pact.
 */
@NullMarked
package dev.fermata.conduct;

import org.jspecify.annotations.NullMarked;
