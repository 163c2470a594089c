package dev.fermata.testing.client;

import dev.fermata.testing.judge.ControlSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plain client of the control API that fails on any answer that is not as its OpenAPI document says. */
public final class ControlClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI root;
    private final Map<String, String> headers;

    private ControlClient(URI root, Map<String, String> headers) {
        this.root = root;
        this.headers = headers;
    }

    /** A client of the server with this root. */
    public static ControlClient of(URI root) {
        return new ControlClient(root, Map.of());
    }

    /** The same with one header on every call. */
    public ControlClient with(String header, String value) {
        return new ControlClient(root, Map.of(header, value));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Posts what is said by the path alone. */
    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** Posts a text that says it is JSON. */
    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends a text that says it is JSON. */
    public Answer send(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
    }

    /** Sends anything to a path below {@code /_fermata}. */
    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(root.resolve("/_fermata" + path)).method(method, body);
        headers.forEach(request::header);
        try {
            Answer answer = new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(String method, String path, Answer answer) {
        String type = answer.header("Content-Type");
        List<String> faults = new ArrayList<>(
                ControlSpec.load().faultsOf(method, "/_fermata" + path, answer.status(), type, answer.bytes()));
        if (!answer.header("Fermata-Answer").equals("control")) {
            faults.add("it does not say that it is of the control API");
        }
        if (type.equals("application/problem+json") != answer.status() >= 400) {
            faults.add("errors, and nothing else, are problem details");
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\n" + method + " " + path + ": " + answer);
        }
    }
}
