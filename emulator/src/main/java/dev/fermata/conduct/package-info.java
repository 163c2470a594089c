/**
 * How a client behaves, judged by what it did: a {@link dev.fermata.conduct.Rule} looks at a {@link
 * dev.fermata.conduct.Run} and comes to a {@link dev.fermata.conduct.Verdict}; an {@link dev.fermata.conduct.exercise.Exercise}
 * is an occasion on which a rule can be kept or broken. The rules themselves are in {@code rule}.
 *
 * <p>What a single exchange can show is Pact's business; here it is order, number, pace, and what a client must not do.
 */
@NullMarked
package dev.fermata.conduct;

import org.jspecify.annotations.NullMarked;
