package dev.fermata.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Converts a PDF to MusicXML by an OMR job at Flat, without a score: post it, wait for it, download the result. */
public final class FlatOmrJob {
    private final Scene scene;
    private final Stage stage;
    private final Visitor visitor;

    public FlatOmrJob(Scene scene) {
        this.scene = scene;
        this.stage = scene.stage();
        this.visitor = scene.visitor();
    }

    public void play() throws IOException, InterruptedException {
        stage.act("Flat: an OMR job", scene.flatCredits());
        JsonNode job = start();
        follow(job.path("id").asText());
        visitor.download(
                scene.flat("/omr/jobs/" + job.path("id").asText() + "/exports/musicxml"),
                scene.result("-omr.musicxml"));
        stage.answer("credits left: " + scene.flatCredits());
    }

    private JsonNode start() throws IOException, InterruptedException {
        JsonNode job = visitor.postJson(
                scene.flat("/omr/jobs"),
                Map.of(
                        "output",
                        "musicxml",
                        "autoStart",
                        true,
                        "files",
                        List.of(Map.of(
                                "file",
                                Base64.getEncoder().encodeToString(scene.sheet().pdf()),
                                "filename",
                                scene.sheet().name()))),
                scene.out().resolve("flat-omr-request.json"));
        stage.answer("202 job " + job.path("id").asText() + ", "
                + job.path("status").asText() + ", "
                + job.path("estimatedCredits").asInt() + " credits");
        return job;
    }

    /** Each poll is held until something changes. */
    private void follow(String job) throws IOException, InterruptedException {
        URI uri = scene.flat("/omr/jobs/" + job + "?wait=25");
        JsonNode state = visitor.get(uri);
        while (!state.path("status").asText().equals("done")) {
            if (state.path("status").asText().equals("error")) {
                throw new DemoException(state.path("errorMessage").asText());
            }
            show(state, state.path("progress").path("percent").asInt());
            state = visitor.poll(uri);
        }
        show(state, 100);
        stage.progressEnds();
    }

    private void show(JsonNode state, int percent) {
        stage.progress(
                state.path("status").asText(),
                percent,
                state.path("progress").path("text").asText());
    }
}
