package dev.fermata.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * What a request and its answer were about, in no vendor's words: what a rule of conduct asks of them. Nothing here is a
 * secret.
 *
 * @param job the id of the job that the answer told of; empty where it told of none
 * @param state what the answer told of that job
 * @param document the first 16 hex digits of the SHA-256 of the document that was taken in, and what it is to become
 *     where its client chooses that; empty where none was
 * @param key a checksum, 8 hex digits, of the key by which its client wants to be able to repeat it; empty without one
 * @param limitedUntil until when no other request will be answered, as the answer says that refuses this one
 * @param more whether the answer leads to a next page
 * @param form what became of the answer on its way
 */
public record RequestSummary(
        String job, State state, String document, String key, Optional<Instant> limitedUntil, boolean more, Form form) {
    /** Nothing that a rule would ask for. */
    public static final RequestSummary NONE =
            new RequestSummary("", State.UNTOLD, "", "", Optional.empty(), false, Form.PLAIN);

    /** Where a job is in its life, as far as a client is told. */
    public enum State {
        UNTOLD,
        DRAFT,
        /** It waits for its turn, or is at work. */
        UNDER_WAY,
        /** It waits for its client. */
        AWAITING,
        DONE,
        FAILED,
        CANCELED;

        /** Whether nothing more will happen. */
        public boolean isTerminal() {
            return this == DONE || this == FAILED || this == CANCELED;
        }
    }

    /** What became of an answer on its way. */
    public enum Form {
        /** It came as it was said. */
        PLAIN,
        /** It came with fields nobody has heard of. */
        NEW_FIELDS,
        /** It came with values nobody has heard of. */
        NEW_VALUES,
        /** It came as something that cannot be read. */
        UNREADABLE,
        /** The line broke in its middle. */
        CUT,
        /** The line broke before it. */
        LOST
    }

    /** The same about a job. */
    public RequestSummary about(String id, State told) {
        return new RequestSummary(id, told, document, key, limitedUntil, more, form);
    }

    /** The same of a request that sent a document. */
    public RequestSummary sending(String hash) {
        return new RequestSummary(job, state, hash, key, limitedUntil, more, form);
    }

    /** The same of a request that may be repeated. */
    public RequestSummary keyed(String checksum) {
        return new RequestSummary(job, state, document, checksum, limitedUntil, more, form);
    }

    /** The same of a request that came too soon. */
    public RequestSummary limited(Instant until) {
        return new RequestSummary(job, state, document, key, Optional.of(until), more, form);
    }

    /** The same with an answer that leads to a next page. */
    public RequestSummary withMore() {
        return new RequestSummary(job, state, document, key, limitedUntil, true, form);
    }

    /** The same with an answer that came so. */
    public RequestSummary in(Form other) {
        return new RequestSummary(job, state, document, key, limitedUntil, more, other);
    }

    /** The state of its job that its client could read, if it could. */
    public Optional<State> shown() {
        boolean readable = form == Form.PLAIN || form == Form.NEW_FIELDS;
        return readable && state != State.UNTOLD ? Optional.of(state) : Optional.empty();
    }

    /** Whether its client got an answer that it could read, known to it in all or not. */
    public boolean isDelivered() {
        return form == Form.PLAIN || form == Form.NEW_FIELDS || form == Form.NEW_VALUES;
    }

    /** How many characters it keeps that nothing else does. */
    int length() {
        return document.length() + key.length();
    }
}
