package dev.fermata.account;

import java.time.Duration;
import java.time.Instant;

/**
 * So many requests in a window of time, for one caller. The window begins with the first request after the last one
 * ended. Safe for use by many threads, and exact: a limit of 100 lets 100 pass.
 */
public final class RateLimit {
    /** The longest window: ten years. */
    public static final Duration LONGEST = Duration.ofDays(3_650);

    /** The shortest window. */
    public static final Duration SHORTEST = Duration.ofNanos(1);

    /**
     * How many requests a window allows.
     *
     * @param requests at least 1
     * @param window longer than zero, at most ten years
     */
    public record Rule(int requests, Duration window) {
        public Rule {
            if (window.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "the window of a rate limit is at most " + LONGEST.toDays() + " days, was " + window);
            }
            if (requests < 1 || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException(
                        "a rate limit needs at least one request in a window longer than zero, not " + requests + " in "
                                + window);
            }
        }
    }

    /**
     * Where a request found its limit.
     *
     * @param limit the requests a window allows
     * @param remaining what is left after this request; negative by how much the caller has gone over
     * @param resetAt when the window ends
     */
    public record Taken(int limit, long remaining, Instant resetAt) {
        /** Whether the request may pass. */
        public boolean passes() {
            return remaining >= 0;
        }
    }

    /** All that a limit is. */
    public record State(Rule rule, Instant resetAt, long remaining) {}

    private final Rule rule;
    private Instant resetAt = Instant.MIN;
    private long remaining;

    public RateLimit(Rule rule) {
        this.rule = rule;
    }

    /** One that goes on from there. */
    RateLimit(State state) {
        this.rule = state.rule();
        this.resetAt = state.resetAt();
        this.remaining = state.remaining();
    }

    synchronized State state() {
        return new State(rule, resetAt, remaining);
    }

    /** Whether a request has been refused whose window is not over at {@code now}. */
    public synchronized boolean isExceeded(Instant now) {
        return remaining < 0 && now.isBefore(resetAt);
    }

    /** Counts one request at {@code now}. */
    public synchronized Taken take(Instant now) {
        if (!now.isBefore(resetAt)) {
            resetAt = now.plus(rule.window());
            remaining = rule.requests();
        }
        remaining--;
        return new Taken(rule.requests(), remaining, resetAt);
    }
}
