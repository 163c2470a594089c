package dev.fermata.testing.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.testing.judge.FlatJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plain client of Flat's that fails on any answer that is not as Flat's OpenAPI document and its SDK say, or lacks the
 * headers that come with every answer.
 */
public final class FlatClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final Optional<String> authorization;

    private FlatClient(URI root, Optional<String> authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    /** A client with a token. */
    public static FlatClient of(URI flatUrl, String token) {
        return new FlatClient(flatUrl, Optional.of("Bearer " + token));
    }

    /** A client without one. */
    public static FlatClient anonymous(URI flatUrl) {
        return new FlatClient(flatUrl, Optional.empty());
    }

    /** A client that sends this as its Authorization header. */
    public static FlatClient authorizedBy(URI flatUrl, String header) {
        return new FlatClient(flatUrl, Optional.of(header));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** A page of a list, and all that its Link header leads to in one direction, next or previous. */
    public List<Answer> pages(String path, String direction) {
        List<Answer> pages = new ArrayList<>(List.of(get(path)));
        for (String link = pages.get(0).link(direction); !link.isEmpty(); ) {
            Answer page = get(link.substring(root.toString().length()));
            pages.add(page);
            link = page.link(direction);
        }
        return pages;
    }

    /** Posts a JSON object. */
    public Answer post(String path, Map<String, ?> body) {
        return postText(path, text(body));
    }

    /** Puts a JSON object. */
    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, BodyPublishers.ofString(text(body)), Map.of("Content-Type", "application/json"));
    }

    /** Puts what is said by the path alone. */
    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** Posts a text that says it is JSON. */
    public Answer postText(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    /** Posts anything that says it is JSON. */
    public Answer post(String path, BodyPublisher body) {
        return send("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    /** Imports a PDF as the guide shows. */
    public Answer importPdf(byte[] pdf, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "data", Base64.getEncoder().encodeToString(pdf), "dataEncoding", "base64", "supportsTasks", true));
        body.putAll(more);
        return post("/scores", body);
    }

    /** Sends anything. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        authorization.ifPresent(value -> request.header("Authorization", value));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            check(method, path, response);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String method, String path, HttpResponse<byte[]> response) {
        List<String> faults =
                FlatJudge.judge(method, path, response.statusCode(), response.headers()::firstValue, response.body());
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\n" + new Answer(response));
        }
    }
}
