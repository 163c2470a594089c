/**
 * One recognition from submission to its end: {@link dev.fermata.job.Job}, its {@link dev.fermata.job.script.Script},
 * and {@link dev.fermata.job.Jobs}, which takes them in and schedules them. What can go otherwise with one is a
 * {@link dev.fermata.job.script.JobFault}.
 *
 * <p>A job's state is computed from its script, its events and an instant; nothing here ticks.
 */
@NullMarked
package dev.fermata.job;

import org.jspecify.annotations.NullMarked;
