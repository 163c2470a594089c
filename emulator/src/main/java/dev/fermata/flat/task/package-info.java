/** Flat's tasks: a view of a job. */
@NullMarked
package dev.fermata.flat.task;

import org.jspecify.annotations.NullMarked;
