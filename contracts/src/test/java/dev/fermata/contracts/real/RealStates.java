package dev.fermata.contracts.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fermata.contracts.example.Form;
import dev.fermata.contracts.example.SmallFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Creates states at a real service, by its own API, with the same interface as the emulator. It removes its objects
 * when the state ends, or at the latest when it is closed.
 */
public final class RealStates implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_POLLS = 40;
    private static final Duration POLL = Duration.ofSeconds(5);

    private final RealService service;
    private final Allowance pages;
    private final HttpServer server;
    private final Deque<String> toBeDeleted = new ConcurrentLinkedDeque<>();
    private final Map<String, Making> makings = new ConcurrentHashMap<>();

    /** Creates a state; returns its values. */
    @FunctionalInterface
    private interface Making {
        ObjectNode make(JsonNode params) throws IOException;
    }

    /** States of this service, with this allowance. */
    public RealStates(RealService service, Allowance pages) throws IOException {
        this.service = service;
        this.pages = pages;
        makings.put("", params -> JSON.createObjectNode());
        makings.put("an account", params -> JSON.createObjectNode());
        makings.put("a score", params -> score());
        makings.put("a collection", params -> collection());
        makings.put("an OMR job", params -> job());
        makings.put("a conversion", params -> conversion(params.path("type").asText("midi")));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::change);
        server.start();
    }

    /** The URL for state changes. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        removeAll();
    }

    private void change(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JSON.readTree(exchange.getRequestBody());
            int status = 200;
            ObjectNode said = JSON.createObjectNode();
            try {
                if (asked.path("action").asText("setup").equals("setup")) {
                    said = values(asked);
                } else {
                    removeAll();
                }
            } catch (IOException failed) {
                status = 500;
                said.put("detail", service.redacted(String.valueOf(failed.getMessage())));
            }
            byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode values(JsonNode asked) throws IOException {
        Making making = makings.get(asked.path("state").asText());
        if (making == null) {
            throw new IOException("this state cannot be created at a real service: " + asked.path("state"));
        }
        return making.make(asked.path("params")).put("token", service.token());
    }

    private ObjectNode score() throws IOException {
        String json = JSON.writeValueAsString(
                Map.of("title", "Fermata contract test", "privacy", "private", "data", SmallFiles.MUSICXML));
        String id = service.send("POST", "/v2/scores", json).path("id").asText();
        toBeDeleted.add("/v2/scores/" + id + "?now=true");
        JsonNode revisions = service.send("GET", "/v2/scores/" + id + "/revisions", "");
        return JSON.createObjectNode()
                .put("score", id)
                .put("revision", revisions.path(0).path("id").asText());
    }

    private ObjectNode collection() throws IOException {
        String id = service.send("POST", "/v2/collections", "{\"title\": \"Fermata contract test\"}")
                .path("id")
                .asText();
        toBeDeleted.add("/v2/collections/" + id);
        return JSON.createObjectNode().put("collection", id);
    }

    private ObjectNode job() throws IOException {
        spendAPage();
        String json = JSON.writeValueAsString(Map.of(
                "output", "musicxml", "autoStart", true, "files", new Object[] {Map.of("file", SmallFiles.PDF_IN_BASE64)
                }));
        String id = service.send("POST", "/v2/omr/jobs", json).path("id").asText();
        toBeDeleted.add("/v2/omr/jobs/" + id);
        await("/v2/omr/jobs/" + id + "?wait=25", "done", "error");
        return JSON.createObjectNode().put("job", id);
    }

    private ObjectNode conversion(String type) throws IOException {
        spendAPage();
        byte[] form = new Form(type, "prelude.pdf").bytes();
        String id = service.send("POST", "/api/convert", Form.CONTENT_TYPE, form)
                .path("conversionId")
                .asText();
        await("/api/convert/status/" + id, "completed", "failed");
        return JSON.createObjectNode().put("conversionId", id);
    }

    private void spendAPage() throws IOException {
        if (!pages.takePage()) {
            throw new IOException("the allowed pages are used up; FERMATA_REAL_PAGES allows more");
        }
    }

    private void await(String path, String good, String bad) throws IOException {
        for (int polls = 0; polls < MOST_POLLS; polls++) {
            String status = service.send("GET", path, "").path("status").asText();
            if (status.equals(good)) {
                return;
            }
            if (status.equals(bad)) {
                throw new IOException(path + " is " + bad);
            }
            pause();
        }
        throw new IOException(path + " does not end");
    }

    /** The pause that ScoreFlow requires; there is no virtual clock here. */
    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void removeAll() {
        for (String path = toBeDeleted.poll(); path != null; path = toBeDeleted.poll()) {
            try {
                service.send("DELETE", path, "");
            } catch (IOException gone) {
                // the interaction has deleted it itself
            }
        }
    }
}
