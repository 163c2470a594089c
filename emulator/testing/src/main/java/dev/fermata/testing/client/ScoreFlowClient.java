package dev.fermata.testing.client;

import dev.fermata.testing.judge.WrittenMusicXml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A plain client of ScoreFlow's that fails on a score that is not valid MusicXML. */
public final class ScoreFlowClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----fermata-test-boundary";

    private final URI root;
    private final Optional<String> key;

    private ScoreFlowClient(URI root, Optional<String> key) {
        this.root = root;
        this.key = key;
    }

    /** A client with a key. */
    public static ScoreFlowClient of(URI scoreFlowUrl, String key) {
        return new ScoreFlowClient(scoreFlowUrl, Optional.of(key));
    }

    /** A client without one. */
    public static ScoreFlowClient anonymous(URI scoreFlowUrl) {
        return new ScoreFlowClient(scoreFlowUrl, Optional.empty());
    }

    /** Submits a PDF, as the documentation's own clients do. */
    public Answer convert(byte[] pdf, String type) {
        return convert(pdf, type, Map.of());
    }

    /** Submits a PDF with more headers. */
    public Answer convert(byte[] pdf, String type, Map<String, String> headers) {
        return convert(new Form().file("pdf", "music.pdf", pdf).text("type", type), headers);
    }

    /** Submits any form. */
    public Answer convert(Form form) {
        return convert(form, Map.of());
    }

    private Answer convert(Form form, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return send("POST", "/convert", BodyPublishers.ofByteArray(form.end()), headers);
    }

    public Answer status(String conversion) {
        return get("/convert/status/" + conversion);
    }

    public Answer download(String conversion) {
        return get("/convert/download/" + conversion);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends anything. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            WrittenMusicXml.faultOf(response.body()).ifPresent(fault -> {
                throw new AssertionError(method + " " + path + ": " + fault);
            });
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form under way. */
    public static final class Form {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Adds a file. */
        public Form file(String name, String fileName, byte[] content) {
            part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
            return this;
        }

        /** Adds a text. */
        public Form text(String name, String value) {
            part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private void part(String disposition, byte[] content) {
            utf8("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n");
            bytes.writeBytes(content);
            utf8("\r\n");
        }

        private byte[] end() {
            utf8("--" + BOUNDARY + "--\r\n");
            return bytes.toByteArray();
        }

        private void utf8(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
