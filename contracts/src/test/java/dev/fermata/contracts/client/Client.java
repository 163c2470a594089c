package dev.fermata.contracts.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.contracts.example.Example;
import java.io.IOException;
import java.net.URI;

/** A client that calls as it does in real life. */
public interface Client extends AutoCloseable {
    /**
     * What a client made of an answer.
     *
     * @param status the status that it saw
     * @param read the JSON as it read it; missing where there was none
     */
    record Said(int status, JsonNode read) {}

    /** Makes the call of an example to the server at this URL. */
    Said call(URI server, Example example) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
