package dev.fermata.testing.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer, with the shortcuts that tests want. */
public final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** A text in the JSON, found by its pointer; empty when it is not there. */
    public String at(String pointer) {
        return json().at(pointer).asText("");
    }

    /** The URL that its Link header gives for {@code next} or {@code previous}; empty when there is none. */
    public String link(String rel) {
        Matcher link = Pattern.compile("<([^>]+)>; rel=\"" + rel + "\"").matcher(header("Link"));
        return link.find() ? link.group(1) : "";
    }

    /** One text of each item of a list, found by its pointer. */
    public List<String> each(String pointer) {
        List<String> texts = new ArrayList<>();
        json().forEach(item -> texts.add(item.at(pointer).asText("")));
        return texts;
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
