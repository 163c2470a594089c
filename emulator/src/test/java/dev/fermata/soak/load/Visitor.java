package dev.fermata.soak.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.soak.attack.Outcomes;
import dev.fermata.soak.target.Body;
import dev.fermata.soak.target.Client;
import dev.fermata.soak.target.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A client of both vendors that does one thing after another, as chance has it, with what it has got. */
final class Visitor implements AutoCloseable {
    private static final int MOST_REMEMBERED = 50;
    private static final List<String> LISTS =
            List.of("/v2/omr/jobs", "/v2/users/me/scores", "/v2/collections", "/v2/billing/credits/history", "/v2/me");
    private static final List<String> FORMATS = List.of("xml", "mxl", "midi", "json", "thumbnail.png");
    private static final List<String> EXPORTS = List.of("musicxml", "mxl", "midi", "thumbnail.png");

    private final Client client;
    private final List<byte[]> sheets;
    private final Random random;
    private final Outcomes outcomes;
    private final List<String> tasks = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();
    private final List<String> scores = new ArrayList<>();
    private final List<String> conversions = new ArrayList<>();

    Visitor(Client client, List<byte[]> sheets, Random random, Outcomes outcomes) {
        this.client = client;
        this.sheets = sheets;
        this.random = random;
        this.outcomes = outcomes;
    }

    /** One thing. */
    void act() throws IOException {
        switch (random.nextInt(12)) {
            case 0 -> remember(tasks, submit("/v2/scores", Body.flatImport(one(sheets))), "/id");
            case 1 -> remember(jobs, submit("/v2/omr/jobs", Body.flatJob(one(sheets))), "/id");
            case 2 -> remember(conversions, submit("/api/convert", Body.conversion(one(sheets))), "/conversionId");
            case 3 -> get("/v2/tasks/" + one(tasks, "x"));
            case 4 -> get("/v2/omr/jobs/" + one(jobs, "x"));
            case 5 -> get("/api/convert/status/" + one(conversions, "x"));
            case 6 -> get(one(LISTS));
            case 7 -> listScores();
            case 8 -> get("/v2/scores/" + one(scores, "x") + "/revisions/last/" + one(FORMATS));
            case 9 -> get("/v2/omr/jobs/" + one(jobs, "x") + "/exports/" + one(EXPORTS));
            case 10 -> get("/api/convert/download/" + one(conversions, "x"));
            default -> leave();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private void leave() throws IOException {
        if (random.nextBoolean()) {
            outcomes.add("DELETE score", client.delete("/v2/scores/" + one(scores, "x")));
        } else if (random.nextBoolean()) {
            outcomes.add("cancel", client.post("/v2/omr/jobs/" + one(jobs, "x") + "/cancel"));
        } else {
            outcomes.add("DELETE job", client.delete("/v2/omr/jobs/" + one(jobs, "x")));
        }
    }

    private void listScores() throws IOException {
        for (JsonNode score : get("/v2/users/me/scores").json()) {
            keep(scores, score.path("id").asText());
        }
    }

    private Reply get(String path) throws IOException {
        Reply reply = client.get(path);
        outcomes.add("GET " + path, reply);
        return reply;
    }

    private Reply submit(String path, Body body) throws IOException {
        Reply reply = client.post(path, body);
        outcomes.add("POST " + path, reply);
        return reply;
    }

    private void remember(List<String> ids, Reply reply, String pointer) {
        if (reply.status() / 100 == 2) {
            keep(ids, reply.at(pointer));
        }
    }

    private void keep(List<String> ids, String id) {
        if (ids.size() < MOST_REMEMBERED) {
            ids.add(id);
        } else {
            ids.set(random.nextInt(MOST_REMEMBERED), id);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String one(List<String> of, String otherwise) {
        return of.isEmpty() ? otherwise : one(of);
    }
}
