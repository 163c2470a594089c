package dev.fermata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first requests of a server, made by itself in a world of their own, so that a client's first one does not pay for
 * the loading of classes.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int POLLS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI flat;
    private final String token;

    WarmUp(URI flat, String token) {
        this.flat = flat;
        this.token = token;
    }

    /** Makes the requests in the world of the token; a failure leaves the server cold. */
    void run(World world) {
        world.scenarios().stopAll();
        try {
            requests(world);
        } catch (IOException | RuntimeException cold) {
            LOG.debug("the server stays cold", cold);
        }
    }

    private void requests(World world) throws IOException {
        byte[] order = JSON.writeValueAsBytes(Map.of(
                "data",
                Base64.getEncoder().encodeToString(SheetMusic.demo().pdf()),
                "dataEncoding",
                "base64",
                "supportsTasks",
                true));
        String task = JSON.readTree(call("POST", "/scores", order)).path("id").asText();
        world.clock().advance(Duration.ofHours(1));
        JsonNode done = JSON.readTree(call("GET", "/tasks/" + task, new byte[0]));
        for (int i = 0; i < POLLS; i++) {
            call("GET", "/tasks/" + task, new byte[0]);
        }
        String score = "/scores/" + done.path("score").asText();
        for (String path :
                new String[] {"", "/revisions/last/xml", "/revisions/last/midi", "/revisions/last/thumbnail.png"}) {
            call("GET", score + path, new byte[0]);
        }
    }

    private byte[] call(String method, String path, byte[] body) throws IOException {
        var connection = (HttpURLConnection) URI.create(flat + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (body.length > 0) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
