package dev.fermata.contracts.real;

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
import java.nio.charset.StandardCharsets;

/**
 * A real service.
 *
 * @param root the root of the paths of pacts
 * @param token the token, which is never shown
 */
public record RealService(URI root, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sends a JSON request, or fails with a message without the token. */
    JsonNode send(String method, String path, String json) throws IOException {
        return send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode send(String method, String path, String type, byte[] body) throws IOException {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, publisher)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new IOException(method + " " + path + " answers " + answer.statusCode());
            }
            return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text without the token. */
    public String redacted(String text) {
        return text.replace(token, "<token>");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
