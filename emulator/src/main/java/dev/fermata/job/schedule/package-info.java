/**
 * What is kept in memory beside the rows of jobs, and follows from them: the queue, the jobs under way, the next changes.
 * It is made again from the rows when a world is restored and when a change is undone.
 */
@NullMarked
package dev.fermata.job.schedule;

import org.jspecify.annotations.NullMarked;
