package dev.fermata.exchange;

import dev.fermata.job.Job;
import dev.fermata.job.timeline.JobState;

/**
 * The subject of a reply, noted in the journal.
 *
 * @param job the job that the reply tells of
 * @param kind the state of the job in the reply
 */
public record About(Job job, JobState.Kind kind) {}
