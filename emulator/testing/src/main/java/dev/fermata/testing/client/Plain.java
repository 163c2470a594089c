package dev.fermata.testing.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A client that expects nothing of an answer, for those that are of no vendor. */
public final class Plain {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Plain() {}

    public static Answer get(String url, Map<String, String> headers) {
        return send("GET", url, headers, BodyPublishers.noBody());
    }

    /** Sends anything. */
    public static Answer send(String method, String url, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
