package dev.fermata.contracts.client;

import dev.fermata.contracts.example.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Java's own HTTP client. */
public final class JavaClient implements Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Said call(URI server, Example example) throws IOException, InterruptedException {
        var asked = example.request();
        byte[] body = asked.getBody().orEmpty();
        HttpRequest.Builder request = HttpRequest.newBuilder(Urls.of(server, example))
                .method(
                        asked.getMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        asked.getHeaders().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .map(type -> type.startsWith("application/json"))
                .orElse(false);
        return Said.of(response.statusCode(), isJson, response.body());
    }
}
