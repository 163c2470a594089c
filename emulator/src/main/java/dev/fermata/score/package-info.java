/**
 * Scores as a vendor keeps them: {@link dev.fermata.score.Score} with its revisions, in {@link dev.fermata.score.Scores}.
 *
 * <p>What stands in them, the notes and the formats they are written in, is the sub-package {@code notation}.
 */
@NullMarked
package dev.fermata.score;

import org.jspecify.annotations.NullMarked;
