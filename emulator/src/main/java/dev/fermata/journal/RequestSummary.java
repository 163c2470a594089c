package dev.fermata.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The meaning of a request and its answer in vendor-neutral terms, for the rules of conduct. It contains no secrets.
 *
 * @param job the id of the job in the answer; empty if none
 * @param state the state of that job in the answer
 * @param document the first 16 hex digits of the SHA-256 of the accepted document, with the output format if the client
 * chooses it; empty if none
 * @param key a checksum of the idempotency key, 8 hex digits; empty without one
 * @param limitedUntil the end of a rate limit, as given in the answer that refuses the request
 * @param more whether the answer has a next page
 * @param form whether and how the answer was damaged
 */
public record RequestSummary(
        String job, State state, String document, String key, Optional<Instant> limitedUntil, boolean more, Form form) {
    /** A summary without content. */
    public static final RequestSummary NONE =
            new RequestSummary("", State.UNTOLD, "", "", Optional.empty(), false, Form.PLAIN);

    /** The state of a job, as far as a client knows it. */
    public enum State {
        UNTOLD,
        DRAFT,
        /** It is queued or running. */
        UNDER_WAY,
        /** It waits for its client. */
        AWAITING,
        DONE,
        FAILED,
        CANCELED;

        /** Whether the state is final. */
        public boolean isTerminal() {
            return this == DONE || this == FAILED || this == CANCELED;
        }
    }

    /** Whether and how an answer was damaged. */
    public enum Form {
        /** Undamaged. */
        PLAIN,
        /** With unknown fields. */
        NEW_FIELDS,
        /** With unknown values. */
        NEW_VALUES,
        /** Not readable. */
        UNREADABLE,
        /** The connection broke in the middle of the answer. */
        CUT,
        /** The connection broke before the answer. */
        LOST
    }

    /** A copy with this job and state. */
    public RequestSummary about(String id, State told) {
        return new RequestSummary(id, told, document, key, limitedUntil, more, form);
    }

    /** A copy with the hash of a submitted document. */
    public RequestSummary sending(String hash) {
        return new RequestSummary(job, state, hash, key, limitedUntil, more, form);
    }

    /** A copy with the checksum of an idempotency key. */
    public RequestSummary keyed(String checksum) {
        return new RequestSummary(job, state, document, checksum, limitedUntil, more, form);
    }

    /** A copy with the end of a rate limit. */
    public RequestSummary limited(Instant until) {
        return new RequestSummary(job, state, document, key, Optional.of(until), more, form);
    }

    /** A copy with a next page. */
    public RequestSummary withMore() {
        return new RequestSummary(job, state, document, key, limitedUntil, true, form);
    }

    /** A copy with this form of the answer. */
    public RequestSummary in(Form other) {
        return new RequestSummary(job, state, document, key, limitedUntil, more, other);
    }

    /** The state of the job that the client could read, if any. */
    public Optional<State> shown() {
        boolean readable = form == Form.PLAIN || form == Form.NEW_FIELDS;
        return readable && state != State.UNTOLD ? Optional.of(state) : Optional.empty();
    }

    /** Whether the client got a readable answer; unknown fields or values do not matter. */
    public boolean isDelivered() {
        return form == Form.PLAIN || form == Form.NEW_FIELDS || form == Form.NEW_VALUES;
    }

    /** How many characters it holds that are not shared with other objects. */
    int length() {
        return document.length() + key.length();
    }
}
