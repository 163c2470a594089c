/** Flat's scores: creating, editing, their revisions and the files of those. */
@NullMarked
package dev.fermata.flat.score;

import org.jspecify.annotations.NullMarked;
