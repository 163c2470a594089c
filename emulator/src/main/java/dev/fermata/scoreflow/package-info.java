/**
 * ScoreFlow on the wire. {@link dev.fermata.scoreflow.api.ScoreFlowApi} is the table of contents.
 */
@NullMarked
package dev.fermata.scoreflow;

import org.jspecify.annotations.NullMarked;
