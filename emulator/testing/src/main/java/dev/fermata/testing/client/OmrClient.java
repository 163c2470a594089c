package dev.fermata.testing.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plain client of Flat's OMR jobs. */
public final class OmrClient {
    private final FlatClient client;

    public OmrClient(FlatClient client) {
        this.client = client;
    }

    /** One file at one go, as {@code output: musicxml} unless {@code more} says otherwise. */
    public Answer oneShot(byte[] file, Map<String, ?> more) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("output", "musicxml", "files", List.of(file(file, "")), "autoStart", true));
        body.putAll(more);
        return client.post("/omr/jobs", body);
    }

    public Answer draft(Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("output", "musicxml"));
        body.putAll(more);
        return client.post("/omr/jobs", body);
    }

    public Answer add(Answer job, byte[] file, String name) {
        return client.post(path(job, "/files"), file(file, name));
    }

    public Answer start(Answer job) {
        return act(job, "/start");
    }

    public Answer cancel(Answer job) {
        return act(job, "/cancel");
    }

    public Answer submit(Answer job, Map<String, ?> details) {
        return client.post(path(job, "/steps/details"), details);
    }

    public Answer get(Answer job) {
        return client.get(path(job, ""));
    }

    public Answer waitFor(Answer job, int seconds) {
        return client.get(path(job, "?wait=" + seconds));
    }

    public Answer delete(Answer job) {
        return client.send("DELETE", path(job, ""), BodyPublishers.noBody(), Map.of());
    }

    public Answer file(Answer job, int index) {
        return client.get(path(job, "/files/" + index));
    }

    public Answer export(Answer job, String format) {
        return client.get(path(job, "/exports/" + format));
    }

    /** What the account has left. */
    public int credits() {
        return client.get("/omr/capabilities").json().at("/remainingCredits").asInt(-1);
    }

    public Answer history() {
        return client.get("/billing/credits/history");
    }

    /** An {@code OmrJobInputFile}. */
    public static Map<String, String> file(byte[] bytes, String name) {
        String data = Base64.getEncoder().encodeToString(bytes);
        return name.isEmpty() ? Map.of("file", data) : Map.of("file", data, "filename", name);
    }

    private Answer act(Answer job, String what) {
        return client.send("POST", path(job, what), BodyPublishers.noBody(), Map.of());
    }

    private static String path(Answer job, String more) {
        return "/omr/jobs/" + job.at("/id") + more;
    }
}
