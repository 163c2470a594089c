/** Examples of calls to ScoreFlow. */
@NullMarked
package dev.fermata.contracts.scoreflow;

import org.jspecify.annotations.NullMarked;
