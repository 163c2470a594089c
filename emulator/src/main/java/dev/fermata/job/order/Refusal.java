package dev.fermata.job.order;

/**
 * Why something is not done. Each api has one table from these to its own words.
 *
 * @param kind the reason
 * @param wanted how much was asked for, where the reason is an amount; 0 otherwise
 * @param available how much there is
 */
public record Refusal(Kind kind, int wanted, int available) {
    /** For an exhaustive switch. */
    public enum Kind {
        /** The account's plan does not include recognition. */
        PLAN_WITHOUT_RECOGNITION,
        /** The account owns as many scores as its plan has room for. */
        NO_ROOM_FOR_SCORES,
        /** The account has fewer credits than it would cost. */
        CREDITS_SHORT,
        /** As many are waiting as the queue holds. */
        QUEUE_FULL,
        /** The server holds as many jobs as it may; no vendor refuses so. */
        SERVER_FULL,
        /** As many of the account's jobs are under way as may be. */
        TOO_MANY_AT_ONCE,
        TOO_MANY_FILES,
        TOO_MANY_PAGES,
        /** There is nothing to read. */
        NO_FILES,
        /** It was started, or canceled, already. */
        NOT_A_DRAFT,
        /** It does not wait for a review. */
        NOT_AWAITING,
        /** It has ended otherwise. */
        ENDED,
        /** It has not ended. */
        NOT_ENDED,
        /** It is not of the kind whose files are erased. */
        NOT_ERASABLE
    }

    /** One that is not about an amount. */
    public static Refusal of(Kind kind) {
        return new Refusal(kind, 0, 0);
    }
}
