package dev.fermata.job;

import dev.fermata.job.order.Refusal;

/** What became of an order: a job, or a refusal that charged nothing and left nothing behind. */
public sealed interface Submission {
    /**
     * It was taken in.
     *
     * @param job the job
     * @param cost the credits it was charged; 0 for a draft
     * @param balance the credits left after that
     */
    record Accepted(Job job, int cost, int balance) implements Submission {}

    /** It had been taken in before, with the same key; what came with it this time is not used. */
    record Known(Job job) implements Submission {}

    /** It was not. */
    record Refused(Refusal refusal) implements Submission {}
}
