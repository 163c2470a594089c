package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The protocol of a vendor. */
interface Dialect {
    /** Submits a document; {@code key} is the idempotency key. */
    Call submit(Desk desk, String key);

    /** The id of the job in the answer. */
    String jobIn(JsonNode accepted);

    /** Starts the job, if the vendor requires a separate request. */
    default List<Call> begin(Desk desk, String job) {
        return List.of();
    }

    URI poll(Desk desk, String job);

    /** Ends a running job, if the vendor supports it. */
    default Optional<Call> cancel(Desk desk, String job) {
        return Optional.empty();
    }

    String stateIn(JsonNode polled);

    boolean isDone(String state);

    boolean isFailed(String state);

    /** Fetches the results of a finished job. */
    URI result(Desk desk, String job, JsonNode polled);

    /** The minimum seconds between two polls. */
    int pause();
}
