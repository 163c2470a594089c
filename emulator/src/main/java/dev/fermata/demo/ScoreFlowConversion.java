package dev.fermata.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Converts a PDF to MIDI at ScoreFlow: submit, poll, download. */
public final class ScoreFlowConversion {
    private static final String BOUNDARY = "fermata-demo-boundary";

    private final Scene scene;
    private final Stage stage;
    private final Visitor visitor;

    public ScoreFlowConversion(Scene scene) {
        this.scene = scene;
        this.stage = scene.stage();
        this.visitor = scene.visitor();
    }

    public void play() throws IOException, InterruptedException {
        stage.act("ScoreFlow: convert a PDF to MIDI", scene.fermata().options().credits());
        JsonNode conversion = visitor.post(
                at("/convert"),
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(form()),
                " -F pdf=@" + Stage.quoted(scene.sheet().path()) + " -F type=midi");
        String id = conversion.path("conversionId").asText();
        stage.answer("202 conversion " + id + ", " + conversion.path("status").asText());
        follow(at("/convert/status/" + id));
        visitor.download(at("/convert/download/" + id), scene.result(".mid"));
        stage.answer("credits left: " + conversion.path("apiCreditsRemaining").asInt());
    }

    private void follow(URI uri) throws IOException, InterruptedException {
        JsonNode state = visitor.get(uri);
        while (!state.path("status").asText().equals("completed")) {
            if (state.path("status").asText().equals("failed")) {
                throw new DemoException(state.path("error").asText());
            }
            show(state, state.path("progress").asInt());
            Thread.sleep(Scene.POLL_MILLIS);
            state = visitor.poll(uri);
        }
        show(state, 100);
        stage.progressEnds();
    }

    private void show(JsonNode state, int percent) {
        stage.progress(
                state.path("status").asText(), percent, state.path("message").asText());
    }

    private byte[] form() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"pdf\"; filename=\""
                + scene.sheet().name().replace("\"", "_") + "\"\r\nContent-Type: application/pdf\r\n\r\n"));
        form.writeBytes(scene.sheet().pdf());
        form.writeBytes(utf8("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nmidi\r\n--"
                + BOUNDARY + "--\r\n"));
        return form.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private URI at(String path) {
        return URI.create(scene.fermata().scoreFlowUrl() + path);
    }
}
