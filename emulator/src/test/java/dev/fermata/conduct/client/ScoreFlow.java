package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** ScoreFlow's three operations. */
final class ScoreFlow implements Dialect {
    private static final String BOUNDARY = "----conduct";

    @Override
    public Call submit(Desk desk, String key) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(part("name=\"pdf\"; filename=\"a.pdf\""));
        form.writeBytes(desk.pdf());
        form.writeBytes(part("name=\"type\""));
        form.writeBytes(("musicxml\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Call(
                "POST",
                at(desk, "/convert"),
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(form.toByteArray()),
                false);
    }

    @Override
    public String jobIn(JsonNode accepted) {
        return accepted.path("conversionId").asText();
    }

    @Override
    public URI poll(Desk desk, String job) {
        return at(desk, "/convert/status/" + job);
    }

    @Override
    public String stateIn(JsonNode polled) {
        return polled.path("status").asText();
    }

    @Override
    public boolean isDone(String state) {
        return state.equals("completed");
    }

    @Override
    public boolean isFailed(String state) {
        return state.equals("failed");
    }

    @Override
    public URI result(Desk desk, String job, JsonNode polled) {
        return at(desk, "/convert/download/" + job);
    }

    @Override
    public int pause() {
        return 5;
    }

    private static byte[] part(String name) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static URI at(Desk desk, String path) {
        return URI.create(desk.fermata().scoreFlowUrl() + path);
    }
}
