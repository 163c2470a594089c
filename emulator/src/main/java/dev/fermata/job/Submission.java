package dev.fermata.job;

/** What became of an order: a job, or a refusal that charged nothing and left nothing behind. */
public sealed interface Submission {
    /**
     * It was taken in.
     *
     * @param job the job
     * @param cost the credits it was charged
     * @param balance the credits left after that
     */
    record Accepted(Job job, int cost, int balance) implements Submission {}

    /** It was not. */
    record Refused(Refusal refusal) implements Submission {}
}
