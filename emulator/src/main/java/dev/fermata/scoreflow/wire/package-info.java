/**
 * The JSON that ScoreFlow sends; none of it is a domain record.
 */
@NullMarked
package dev.fermata.scoreflow.wire;

import org.jspecify.annotations.NullMarked;
