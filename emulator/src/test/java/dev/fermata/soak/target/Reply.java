package dev.fermata.soak.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.testing.process.Http;
import java.io.IOException;

/** What a server answered. */
public final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http.Head head;
    private final byte[] body;

    public Reply(Http.Head head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    public byte[] body() {
        return body;
    }

    public int status() {
        return head.status();
    }

    /** Whether it is a bug of the server, by what it says of itself, or because a 500 says nothing. */
    public boolean isBug() {
        return head.header("Fermata-Answer").equals("bug") || (status() == 500 && body.length == 0);
    }

    /** Whether it is a 5xx that no page documents: a server that is full may say 503 or 507, with the reason. */
    public boolean isFailure() {
        boolean refuses = (status() == 503 || status() == 507) && body.length > 0;
        return isBug() || (status() >= 500 && !refuses);
    }

    /** Its JSON; missing where it has none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            return JSON.missingNode();
        }
    }

    /** A text in its JSON, found by its pointer; empty when it is not there. */
    public String at(String pointer) {
        return json().at(pointer).asText("");
    }
}
