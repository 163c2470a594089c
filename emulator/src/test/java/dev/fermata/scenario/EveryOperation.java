package dev.fermata.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Successful calls of every operation of both vendors, each on its own score, collection or job, created before in the
 * same world.
 */
final class EveryOperation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final String PDF =
            Base64.getEncoder().encodeToString(SheetMusic.of("Every").pages(2).pdf());
    private static final String FILE = json(Map.of("file", PDF, "filename", "every.pdf"));
    private static final String BOUNDARY = "every";

    private final Fermata fermata;
    private final String world;
    private final String token;

    /** One call; {@code body} is JSON, a ScoreFlow form with bytes as characters, or empty. */
    record Call(String method, String url, String body) {}

    EveryOperation(Fermata fermata, String world) {
        this.fermata = fermata;
        this.world = world;
        this.token = "fermata_" + world + "_me";
    }

    /** The calls; creates the objects that they need. */
    List<Call> calls() throws IOException, InterruptedException {
        String score = score();
        String trashed = score();
        must(flat("DELETE", "/scores/" + trashed, ""));
        String collection = collection();
        String trashedCollection = collection();
        must(flat("DELETE", "/collections/" + trashedCollection, ""));
        String held = score();
        must(flat("PUT", "/collections/" + collection + "/scores/" + held, ""));
        String done = ended(job(", \"autoStart\": true"));
        String awaiting = job(", \"autoStart\": true, \"interactiveSteps\": [\"details\"]");
        until(flat("GET", "/omr/jobs/" + awaiting, ""), job -> !isMoving(job));
        String task = at(must(flat("POST", "/scores/" + score + "/revisions/last/mp3/task", "")), "/id");
        String conversion = at(must(convert()), "/conversionId");
        until(scoreFlow("/convert/status/" + conversion), EveryOperation::isConverted);
        String revisions = "/scores/" + score + "/revisions";
        return List.of(
                flat("GET", "/me", ""),
                flat("GET", "/collections", ""),
                flat("POST", "/collections", "{\"title\": \"New\"}"),
                flat("GET", "/collections/" + collection, ""),
                flat("PUT", "/collections/" + collection, "{\"title\": \"Other\"}"),
                flat("DELETE", "/collections/" + collection(), ""),
                flat("POST", "/collections/" + trashedCollection + "/untrash", ""),
                flat("GET", "/collections/" + collection + "/scores", ""),
                flat("PUT", "/collections/" + collection + "/scores/" + score, ""),
                flat("DELETE", "/collections/" + collection + "/scores/" + held, ""),
                flat("POST", "/scores", json(Map.of("data", PDF, "dataEncoding", "base64", "supportsTasks", true))),
                flat("GET", "/scores/" + score, ""),
                flat("PUT", "/scores/" + score, "{\"title\": \"Other\"}"),
                flat("DELETE", "/scores/" + score(), ""),
                flat("POST", "/scores/" + trashed + "/untrash", ""),
                flat("GET", revisions, ""),
                flat("POST", revisions, json(Map.of("data", MusicXml.hello()))),
                flat("GET", revisions + "/last", ""),
                flat("GET", revisions + "/last/midi", ""),
                flat("POST", revisions + "/last/mp3/task", ""),
                flat("GET", "/omr/capabilities", ""),
                flat("POST", "/omr/jobs", job(List.of(FILE), ", \"autoStart\": true")),
                flat("GET", "/omr/jobs", ""),
                flat("GET", "/omr/jobs/" + done, ""),
                flat("DELETE", "/omr/jobs/" + ended(job(", \"autoStart\": true")), ""),
                flat("POST", "/omr/jobs/" + draft() + "/files", FILE),
                flat("GET", "/omr/jobs/" + done + "/files/0", ""),
                flat("POST", "/omr/jobs/" + job("") + "/start", ""),
                flat("POST", "/omr/jobs/" + awaiting + "/steps/details", "{\"step\": \"details\"}"),
                flat("GET", "/omr/jobs/" + done + "/exports/midi", ""),
                flat("POST", "/omr/jobs/" + draft() + "/cancel", ""),
                flat("GET", "/billing/credits/history", ""),
                flat("GET", "/tasks/" + task, ""),
                flat("GET", "/users/me/scores", ""),
                convert(),
                scoreFlow("/convert/status/" + conversion),
                scoreFlow("/convert/download/" + conversion));
    }

    /** Sends a call, optionally with the name of a scenario. */
    HttpResponse<String> send(Call call, String scenario) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header(
                        "Content-Type",
                        call.body().startsWith("--") ? "multipart/form-data; boundary=" + BOUNDARY : "application/json")
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(call.body(), StandardCharsets.ISO_8859_1));
        if (!scenario.isEmpty()) {
            request.header("Fermata-Scenario", scenario);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private Call flat(String method, String path, String body) {
        return new Call(method, fermata.flatUrl() + path, body);
    }

    private Call scoreFlow(String path) {
        return new Call("GET", fermata.scoreFlowUrl() + path, "");
    }

    private Call convert() {
        String pdf = new String(Base64.getDecoder().decode(PDF), StandardCharsets.ISO_8859_1);
        return new Call("POST", fermata.scoreFlowUrl() + "/convert", form("pdf\"; filename=\"every.pdf", pdf));
    }

    private static String form(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmidi\r\n--"
                + BOUNDARY + "--\r\n";
    }

    private String score() throws IOException, InterruptedException {
        return at(must(flat("POST", "/scores", json(Map.of("data", MusicXml.hello())))), "/id");
    }

    private String collection() throws IOException, InterruptedException {
        return at(must(flat("POST", "/collections", "{}")), "/id");
    }

    private String draft() throws IOException, InterruptedException {
        return at(must(flat("POST", "/omr/jobs", job(List.of(), ""))), "/id");
    }

    private String job(String more) throws IOException, InterruptedException {
        return at(must(flat("POST", "/omr/jobs", job(List.of(FILE), more))), "/id");
    }

    private static String job(List<String> files, String more) {
        return "{\"output\": \"musicxml\", \"files\": " + files + more + "}";
    }

    /** Ends a job; one that does not end by itself is canceled. */
    private String ended(String job) throws IOException, InterruptedException {
        HttpResponse<String> last = until(flat("GET", "/omr/jobs/" + job, ""), one -> !isMoving(one));
        if (at(last, "/status").equals("awaitingInput") || isMoving(last)) {
            must(flat("POST", "/omr/jobs/" + job + "/cancel", ""));
        }
        return job;
    }

    private static boolean isMoving(HttpResponse<String> job) {
        return List.of("queued", "processing").contains(at(job, "/status"));
    }

    private static boolean isConverted(HttpResponse<String> conversion) {
        return !List.of("queued", "processing").contains(at(conversion, "/status"));
    }

    /** Polls for a limited time: some jobs never reach the state. */
    private HttpResponse<String> until(Call poll, Predicate<HttpResponse<String>> isThere)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(poll, "");
        for (int polls = 0; polls < 5 && !isThere.test(answer); polls++) {
            fermata.world(world).clock().advance(Duration.ofMinutes(2));
            answer = send(poll, "");
        }
        return answer;
    }

    private HttpResponse<String> must(Call call) throws IOException, InterruptedException {
        HttpResponse<String> answer = sendOnceItListens(call);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(call.method() + " " + call.url() + ": " + answer.statusCode() + answer.body());
        }
        return answer;
    }

    /** A previous scenario may have closed the port for a moment. */
    private HttpResponse<String> sendOnceItListens(Call call) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return send(call, "");
            } catch (ConnectException closed) {
                if (tries > 10_000) {
                    throw closed;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static String at(HttpResponse<String> answer, String pointer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return json == null ? "" : json.at(pointer).asText("");
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
