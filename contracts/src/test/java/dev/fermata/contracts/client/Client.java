package dev.fermata.contracts.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fermata.contracts.example.Example;
import java.io.IOException;
import java.net.URI;

/** A client that sends real requests. */
public interface Client extends AutoCloseable {
    /**
     * An answer as a client read it.
     *
     * @param status the status
     * @param read the JSON as it was read; missing if there was none
     * @param size the number of bytes, if they were not JSON
     */
    record Said(int status, JsonNode read, int size) {
        /** An answer with these bytes. */
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
