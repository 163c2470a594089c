package dev.fermata.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/** Imports a PDF as a score at Flat: post, follow the task, read the score, export it. */
public final class FlatImport {
    private final Scene scene;
    private final Stage stage;
    private final Visitor visitor;

    public FlatImport(Scene scene) {
        this.scene = scene;
        this.stage = scene.stage();
        this.visitor = scene.visitor();
    }

    public void play() throws IOException, InterruptedException {
        stage.act("Flat: import a PDF", scene.flatCredits());
        JsonNode task = follow(start().path("id").asText());
        String score = task.path("score").asText();
        JsonNode details = visitor.get(scene.flat("/scores/" + score));
        stage.answer("200 \"" + details.path("title").asText() + "\", "
                + details.path("numberMeasures").asInt() + " measures, "
                + details.path("instrumentsNames").path(0).asText());
        String revision = "/scores/" + score + "/revisions/last/";
        visitor.download(scene.flat(revision + "xml"), scene.result(".musicxml"));
        visitor.download(scene.flat(revision + "thumbnail.png"), scene.result(".png"));
        stage.answer("credits left: " + scene.flatCredits());
    }

    private JsonNode start() throws IOException, InterruptedException {
        JsonNode task = visitor.postJson(
                scene.flat("/scores"),
                Map.of(
                        "filename",
                        scene.sheet().name(),
                        "data",
                        Base64.getEncoder().encodeToString(scene.sheet().pdf()),
                        "dataEncoding",
                        "base64",
                        "supportsTasks",
                        true),
                scene.out().resolve("flat-request.json"));
        stage.answer("202 task " + task.path("id").asText() + ", "
                + task.path("state").asText());
        return task;
    }

    private JsonNode follow(String task) throws IOException, InterruptedException {
        URI uri = scene.flat("/tasks/" + task);
        JsonNode state = visitor.get(uri);
        while (!state.path("state").asText().equals("done")) {
            if (state.path("state").asText().equals("error")) {
                throw new DemoException(state.path("result").path("error").asText());
            }
            show(state);
            Thread.sleep(Scene.POLL_MILLIS);
            state = visitor.poll(uri);
        }
        show(state);
        stage.progressEnds();
        return state;
    }

    private void show(JsonNode state) {
        JsonNode progress = state.path("progress");
        stage.progress(
                state.path("state").asText(),
                progress.path("percent").asInt(),
                progress.path("text").asText());
    }
}
