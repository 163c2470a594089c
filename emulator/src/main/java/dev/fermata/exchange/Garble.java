package dev.fermata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fermata.http.answer.Reply;
import dev.fermata.scenario.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Spoils answers of JSON; files stay as they are. */
final class Garble {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final byte[] NO_JSON = "{\"state\": done, ]".getBytes(StandardCharsets.UTF_8);

    private Garble() {}

    /** @param open the fields whose values may become more */
    static Reply garble(Reply reply, Then.Garbling how, Set<String> open) {
        boolean isJson = reply.contentType().contains("json") && reply.content().length > 0;
        if (!isJson) {
            return reply;
        }
        byte[] content = reply.content();
        return switch (how) {
            case WRONG_TYPE -> reply.with("text/plain", content);
            case TRUNCATED -> reply.with(reply.contentType(), Arrays.copyOf(content, content.length / 2));
            case MALFORMED -> reply.with(reply.contentType(), NO_JSON);
            case UNKNOWN_VALUES, EXTRA_FIELDS -> reply.with(reply.contentType(), changed(content, how, open));
        };
    }

    private static byte[] changed(byte[] content, Then.Garbling how, Set<String> open) {
        try {
            JsonNode json = JSON.readTree(content);
            change(json, how, open);
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(JsonNode json, Then.Garbling how, Set<String> open) {
        if (json instanceof ArrayNode list) {
            list.forEach(item -> change(item, how, open));
        } else if (json instanceof ObjectNode object) {
            object.forEach(value -> change(value, how, open));
            if (how == Then.Garbling.EXTRA_FIELDS) {
                object.put("newField", "new").putObject("newObject").put("newField", 1);
            } else {
                open.stream()
                        .filter(name -> object.path(name).isTextual())
                        .forEach(name -> object.put(name, "somethingNew"));
            }
        }
    }
}
