package dev.fermata.contracts.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
     * @param size how many bytes it read, where they were no JSON
     */
    record Said(int status, JsonNode read, int size) {
        /** Of an answer whose bytes are here. */
        static Said of(int status, boolean isJson, byte[] body) throws IOException {
            return isJson
                    ? new Said(status, new ObjectMapper().readTree(body), 0)
                    : new Said(status, MissingNode.getInstance(), body.length);
        }
    }

    /** Makes the call of an example to the server at this URL. */
    Said call(URI server, Example example) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
