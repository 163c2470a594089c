package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a vendor wants things said. */
interface Dialect {
    /** Sends a document; {@code key} is one to be known again by. */
    Call submit(Desk desk, String key);

    /** The id of the job in the answer to that. */
    String jobIn(JsonNode accepted);

    /** What is to be done before a job starts, if anything. */
    default List<Call> begin(Desk desk, String job) {
        return List.of();
    }

    URI poll(Desk desk, String job);

    /** Ends a job that goes on, where the vendor has a way. */
    default Optional<Call> cancel(Desk desk, String job) {
        return Optional.empty();
    }

    String stateIn(JsonNode polled);

    boolean isDone(String state);

    boolean isFailed(String state);

    /** What is worth fetching of a job that is done. */
    URI result(Desk desk, String job, JsonNode polled);

    /** The least seconds between two polls. */
    int pause();
}
