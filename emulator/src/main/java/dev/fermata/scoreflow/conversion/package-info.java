/** The conversions of ScoreFlow: submitted, polled, downloaded. */
@NullMarked
package dev.fermata.scoreflow.conversion;

import org.jspecify.annotations.NullMarked;
