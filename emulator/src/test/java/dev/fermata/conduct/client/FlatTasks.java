package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Base64;

/** Flat's import by a task: {@code POST /scores}. */
final class FlatTasks implements Dialect {
    @Override
    public Call submit(Desk desk, String key) {
        String data = Base64.getEncoder().encodeToString(desk.pdf());
        return Call.json(
                at(desk, "/scores"),
                "{\"data\":\"" + data
                        + "\",\"dataEncoding\":\"base64\",\"supportsTasks\":true,\"filename\":\"a.pdf\"}");
    }

    @Override
    public String jobIn(JsonNode accepted) {
        return accepted.path("id").asText();
    }

    @Override
    public URI poll(Desk desk, String job) {
        return at(desk, "/tasks/" + job);
    }

    @Override
    public String stateIn(JsonNode polled) {
        return polled.path("state").asText();
    }

    @Override
    public boolean isDone(String state) {
        return state.equals("done");
    }

    @Override
    public boolean isFailed(String state) {
        return state.equals("error") || state.equals("canceled");
    }

    @Override
    public URI result(Desk desk, String job, JsonNode polled) {
        return at(desk, "/scores/" + polled.path("score").asText() + "/revisions/last/xml");
    }

    @Override
    public int pause() {
        return 3;
    }

    private static URI at(Desk desk, String path) {
        return URI.create(desk.fermata().flatUrl() + path);
    }
}
