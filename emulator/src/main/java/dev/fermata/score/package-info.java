/**
 * Scores as a vendor keeps them: {@link dev.fermata.score.Score} with its revisions, in {@link dev.fermata.score.Scores}.
 *
 * <p>What stands in them, and the formats it can be had in, is the sub-package {@code content}.
 */
@NullMarked
package dev.fermata.score;

import org.jspecify.annotations.NullMarked;
