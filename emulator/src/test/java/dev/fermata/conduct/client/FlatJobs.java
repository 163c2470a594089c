package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Flat's OMR jobs, with a draft or in one request. */
final class FlatJobs implements Dialect {
    private final boolean atOneGo;

    FlatJobs() {
        this(false);
    }

    FlatJobs(boolean atOneGo) {
        this.atOneGo = atOneGo;
    }

    @Override
    public Call submit(Desk desk, String key) {
        String body = "{\"output\":\"musicxml\",\"files\":[" + file(desk) + "]"
                + (atOneGo ? ",\"autoStart\":true" : "")
                + (key.isEmpty() ? "" : ",\"idempotencyKey\":\"" + key + "\"") + "}";
        Call call = Call.json(at(desk, "/omr/jobs"), body);
        return key.isEmpty() ? call : call.keyed();
    }

    @Override
    public String jobIn(JsonNode accepted) {
        return accepted.path("id").asText();
    }

    @Override
    public List<Call> begin(Desk desk, String job) {
        return atOneGo ? List.of() : List.of(Call.json(at(desk, "/omr/jobs/" + job + "/start"), "{}"));
    }

    @Override
    public URI poll(Desk desk, String job) {
        return at(desk, "/omr/jobs/" + job);
    }

    @Override
    public Optional<Call> cancel(Desk desk, String job) {
        return Optional.of(Call.json(at(desk, "/omr/jobs/" + job + "/cancel"), "{}"));
    }

    @Override
    public String stateIn(JsonNode polled) {
        return polled.path("status").asText();
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
        return at(desk, "/omr/jobs/" + job + "/exports/musicxml");
    }

    @Override
    public int pause() {
        return 3;
    }

    private static String file(Desk desk) {
        return "{\"file\":\"" + Base64.getEncoder().encodeToString(desk.pdf()) + "\"}";
    }

    private static URI at(Desk desk, String path) {
        return URI.create(desk.fermata().flatUrl() + path);
    }
}
