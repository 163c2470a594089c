package dev.fermata.testing.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** All that can be done in a world, once: no answer is a bug, and none stays away. */
public final class Usage {
    /** Far more than any answer takes; here only so that one that never comes is a fault and not a test without end. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A picture of a score takes longer than all else. */
    private static final int PICTURES = 3;

    private static final String PDF =
            Base64.getEncoder().encodeToString(SheetMusic.of("Used").pdf());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI server;
    private final String world;
    private final String token;
    private final List<String> faults = new ArrayList<>();

    private Usage(URI server, String world, String account) {
        this.server = server;
        this.world = "/_fermata/worlds/" + world;
        this.token = "fermata_" + world + "_" + account;
    }

    /** What went wrong when an account did all that it can in a world; empty when nothing did. */
    public static List<String> faultsIn(URI server, String world, String account) {
        Usage usage = new Usage(server, world, account);
        usage.look(false);
        usage.move();
        usage.act();
        usage.look(true);
        usage.copy(world);
        usage.leave();
        return usage.faults;
    }

    /** Sends a body that says it is JSON to the control API; the answer, or nothing when it stays away. */
    public static Optional<HttpResponse<String>> put(URI server, String path, String json) {
        Usage usage = new Usage(server, "default", "me");
        return usage.send("PUT", "/_fermata" + path, Optional.of(json));
    }

    private void look(boolean closely) {
        for (String path : List.of("", "/clock", "/accounts", "/scenarios", "/journal")) {
            get(world + path);
        }
        post(world + "/conduct", "{}");
        List<String> ids = new ArrayList<>();
        get(world + "/accounts")
                .ifPresent(all -> all.path("accounts")
                        .forEach(one -> get(world + "/accounts/" + text(one, "vendor") + "/" + text(one, "id"))));
        get(world + "/jobs").ifPresent(all -> all.path("jobs").forEach(job -> ids.add(text(job, "id"))));
        for (String path : List.of(
                "/me",
                "/collections",
                "/collections/root/scores",
                "/collections/app/scores",
                "/collections/trash/scores",
                "/billing/credits/history",
                "/omr/capabilities",
                "/omr/jobs")) {
            get("/v2" + path);
        }
        ids.forEach(this::lookAtJob);
        if (closely) {
            scores().forEach(this::lookAtScore);
            scores().stream().limit(PICTURES).forEach(id -> get("/v2/scores/" + id + "/revisions/last/thumbnail.png"));
        }
    }

    private void lookAtJob(String id) {
        get(world + "/jobs/" + id);
        if (id.startsWith("api_")) {
            get("/api/convert/status/" + id);
            get("/api/convert/download/" + id);
        } else {
            get("/v2/tasks/" + id);
            if (get("/v2/omr/jobs/" + id).isPresent()) {
                get("/v2/omr/jobs/" + id + "/exports/musicxml");
                get("/v2/omr/jobs/" + id + "/files/0");
            }
        }
    }

    private void lookAtScore(String id) {
        for (String path : List.of("", "/revisions", "/revisions/last/xml", "/revisions/last/midi")) {
            get("/v2/scores/" + id + path);
        }
    }

    /** To all that is due, and ten years on. */
    private void move() {
        for (int i = 0; i < 3; i++) {
            post(world + "/clock/step", "");
        }
        post(world + "/clock/advance", "{\"by\":\"PT1H\"}");
        get(world + "/jobs");
        post(world + "/clock/advance", "{\"by\":\"PT87600H\"}");
    }

    private void act() {
        post(world + "/accounts/flat/me/credits", "{\"grant\":100}");
        post(world + "/accounts/scoreflow/me/credits", "{\"grant\":100}");
        post(
                "/v2/scores",
                "{\"title\":\"New\",\"data\":\"" + PDF + "\",\"dataEncoding\":\"base64\",\"supportsTasks\":true}");
        post("/v2/scores", "{\"privacy\":\"private\",\"data\":" + quoted(MusicXml.titled("New")) + "}");
        post("/v2/omr/jobs", "{\"output\":\"musicxml\",\"autoStart\":true,\"files\":[{\"data\":\"" + PDF + "\"}]}");
        post("/v2/collections", "{\"title\":\"New\"}");
        send("POST", "/api/convert", Optional.empty());
        get(world + "/jobs")
                .ifPresent(all -> all.path("jobs").forEach(job -> {
                    String id = text(job, "id");
                    if (!List.of("done", "failed", "canceled").contains(text(job, "state"))) {
                        post("/v2/omr/jobs/" + id + "/cancel", "");
                        for (String verb : List.of("step", "finish", "fail")) {
                            post(world + "/jobs/" + id + "/" + verb, "");
                        }
                    }
                }));
    }

    private List<String> scores() {
        List<String> ids = new ArrayList<>();
        get("/v2/collections/root/scores").ifPresent(all -> all.forEach(score -> ids.add(text(score, "id"))));
        return ids;
    }

    /** A copy of what was accepted is accepted too. */
    private void copy(String name) {
        send("GET", world + "/snapshot", Optional.empty())
                .flatMap(snapshot -> put(server, "/worlds/" + name + "-copy/snapshot", snapshot.body()))
                .filter(answer -> answer.statusCode() != 200)
                .ifPresent(answer -> faults.add("its copy: " + answer.statusCode() + " " + answer.body()));
    }

    private void leave() {
        scores().forEach(id -> send("DELETE", "/v2/scores/" + id, Optional.empty()));
        get(world + "/jobs")
                .ifPresent(all -> all.path("jobs")
                        .forEach(job -> send("DELETE", "/v2/omr/jobs/" + text(job, "id"), Optional.empty())));
        post(world + "/clock/advance", "{\"by\":\"PT87600H\"}");
        get(world + "/accounts");
        post(world + "/clock/set", "{\"to\":\"9999-12-31T23:59:59Z\"}");
        get(world + "/accounts");
        get("/v2/billing/credits/history");
    }

    private Optional<JsonNode> get(String path) {
        return send("GET", path, Optional.empty()).flatMap(Usage::json);
    }

    private void post(String path, String json) {
        send("POST", path, Optional.of(json));
    }

    private Optional<HttpResponse<String>> send(String method, String path, Optional<String> json) {
        String safe = path.replaceAll("[^!-~]", "?");
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(safe))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .method(method, json.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
            json.ifPresent(unused -> request.header("Content-Type", "application/json"));
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == 500
                    || answer.headers().firstValue("Fermata-Answer").equals(Optional.of("bug"))) {
                faults.add(method + " " + path + ": " + answer.statusCode());
            }
            return Optional.of(answer);
        } catch (IOException | IllegalArgumentException none) {
            faults.add(method + " " + path + ": " + none);
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<JsonNode> json(HttpResponse<String> answer) {
        try {
            return answer.statusCode() == 200
                            && answer.headers()
                                    .firstValue("Content-Type")
                                    .orElse("")
                                    .contains("json")
                    ? Optional.of(JSON.readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
