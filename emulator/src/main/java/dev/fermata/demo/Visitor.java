package dev.fermata.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** An HTTP client that shows each request as a curl command, and throws on an unexpected answer. */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stage stage;
    private final Sheet sheet;
    private final String token;

    Visitor(Stage stage, Sheet sheet, String token) {
        this.stage = stage;
        this.sheet = sheet;
        this.token = token;
    }

    /** Requests JSON without showing the request; for polls, which are all alike. */
    JsonNode poll(URI uri) throws IOException, InterruptedException {
        return JSON.readTree(expect(200, send(request(uri))).body());
    }

    /** Requests JSON. */
    JsonNode get(URI uri) throws IOException, InterruptedException {
        stage.curl(curl(uri, ""));
        return poll(uri);
    }

    /** Downloads a file. */
    void download(URI uri, Path file) throws IOException, InterruptedException {
        stage.curl(curl(uri, " -o " + Stage.quoted(file)));
        byte[] bytes = expect(200, send(request(uri))).body();
        Files.write(file, bytes);
        stage.answer("200 " + bytes.length + " bytes");
        stage.wrote(file);
    }

    /**
     * Posts a body.
     *
     * @param shown the equivalent curl options
     */
    JsonNode post(URI uri, String contentType, BodyPublisher body, String shown)
            throws IOException, InterruptedException {
        stage.curl(curl(uri, shown));
        HttpRequest.Builder request =
                request(uri).header("Content-Type", contentType).POST(body);
        return JSON.readTree(expect(202, send(request)).body());
    }

    /** Posts JSON, and also writes it to a file, so that the user can post it again. */
    JsonNode postJson(URI uri, Map<String, ?> body, Path file) throws IOException, InterruptedException {
        byte[] json = JSON.writeValueAsBytes(body);
        Files.write(file, json);
        stage.wrote(file);
        return post(
                uri,
                "application/json",
                BodyPublishers.ofByteArray(json),
                " -H 'Content-Type: application/json' -d @" + Stage.quoted(file));
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String curl(URI uri, String more) {
        String url = uri.getQuery() == null ? uri.toString() : "'" + uri + "'";
        return "curl -H 'Authorization: Bearer " + token + "' " + url + more;
    }

    private HttpResponse<byte[]> expect(int status, HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() == status) {
            return response;
        }
        JsonNode error = JSON.readTree(response.body());
        String reason = error.path("message").asText(error.path("error").asText("an unexpected answer"));
        throw new DemoException(sheet.path() + ": " + reason + " (" + response.statusCode() + ")");
    }
}
