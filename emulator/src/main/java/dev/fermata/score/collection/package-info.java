/**
 * Collections of scores: {@link dev.fermata.score.collection.Collection} is one,
 * {@link dev.fermata.score.collection.Collections} are all of a world and what is in them. What a score is, they do not
 * know: it is an id to them.
 */
@NullMarked
package dev.fermata.score.collection;

import org.jspecify.annotations.NullMarked;
