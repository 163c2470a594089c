package dev.fermata.conduct.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.conduct.Ending;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Has a document recognized, and keeps all the rules. Each rule that a bad client breaks is a method of its own, to be
 * overridden.
 */
class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 4;

    protected final Dialect dialect;
    protected final Desk desk;
    private final String key = UUID.randomUUID().toString();

    Client(Dialect dialect, Desk desk) {
        this.dialect = dialect;
        this.desk = desk;
    }

    /** Runs to its end, and reports the result. */
    final Ending run() {
        try {
            work();
            return Ending.SUCCEEDED;
        } catch (Endless endless) {
            return Ending.KILLED;
        } catch (GivenUp | IOException failure) {
            return Ending.FAILED;
        }
    }

    void work() throws IOException {
        JsonNode accepted = read(submitted());
        String job = dialect.jobIn(accepted);
        for (Call call : dialect.begin(desk, job)) {
            read(expect(send(call), 202));
        }
        JsonNode done = follow(job);
        fetch(dialect.result(desk, job, done));
    }

    HttpResponse<byte[]> submitted() throws IOException {
        HttpResponse<byte[]> answer = send(dialect.submit(desk, key()));
        return expect(answer, answer.statusCode() == 201 ? 201 : 202);
    }

    /** The idempotency key. */
    String key() {
        return key;
    }

    JsonNode follow(String job) throws IOException {
        for (int polls = 0; polls < mostPolls(); polls++) {
            rest();
            JsonNode polled = read(expect(send(Call.get(dialect.poll(desk, job))), 200));
            String state = dialect.stateIn(polled);
            if (dialect.isDone(state)) {
                return polled;
            }
            if (dialect.isFailed(state)) {
                throw new GivenUp("the job ended as " + state);
            }
            met(job, state);
        }
        giveUp(job);
        throw new GivenUp("the job takes too long");
    }

    /** Handles a job that takes too long. */
    void giveUp(String job) throws IOException {
        Optional<Call> cancel = dialect.cancel(desk, job);
        if (cancel.isPresent()) {
            send(cancel.get());
        }
    }

    /** Waits between two polls. */
    void rest() {
        desk.sleep(Duration.ofSeconds(dialect.pause()));
    }

    int mostPolls() {
        return 8;
    }

    /** Handles a state that is not final. */
    void met(String job, String state) throws IOException {}

    void fetch(URI result) throws IOException {
        expect(send(Call.get(result)), 200);
    }

    JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Makes a request, and retries it if that is allowed. */
    final HttpResponse<byte[]> send(Call call) throws IOException {
        for (int tries = 1; ; tries++) {
            Optional<HttpResponse<byte[]>> answer = once(call, tries);
            Optional<Instant> reset = answer.flatMap(this::limitedUntil);
            if (reset.isPresent() && tries < TRIES) {
                Duration left = Duration.between(desk.now(), reset.get());
                desk.sleep(left.isNegative() ? Duration.ZERO : left);
            } else if (tries < TRIES && mayTryAgain(call, answer)) {
                desk.sleep(pauseAfter(tries));
            } else {
                return answer.orElseThrow(() -> new GivenUp("the line broke"));
            }
        }
    }

    Optional<HttpResponse<byte[]>> once(Call call, int tries) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(call.uri())).method(call.method(), call.body());
        if (!call.contentType().isEmpty()) {
            request.header("Content-Type", call.contentType());
        }
        authorize(request);
        try {
            return Optional.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address(URI uri) {
        return uri;
    }

    void authorize(HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + desk.token());
    }

    /** The end of a rate limit, if the answer contains it. */
    Optional<Instant> limitedUntil(HttpResponse<byte[]> answer) {
        boolean isLimit = answer.statusCode() == 403
                && new String(answer.body(), StandardCharsets.UTF_8).contains("API_RATE_LIMIT_EXCEEDED");
        return isLimit
                ? answer.headers()
                        .firstValue("X-RateLimit-Reset")
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    boolean mayTryAgain(Call call, Optional<HttpResponse<byte[]>> answer) {
        int status = answer.map(HttpResponse::statusCode).orElse(0);
        boolean refused = status == 429 || status == 503;
        boolean unknown = answer.isEmpty() || status >= 500;
        return refused || (unknown && (call.isGet() || call.isKeyed()));
    }

    Duration pauseAfter(int tries) {
        return Duration.ofSeconds(1L << (tries - 1));
    }

    HttpResponse<byte[]> expect(HttpResponse<byte[]> answer, int status) {
        if (answer.statusCode() != status) {
            throw new GivenUp("was answered " + answer.statusCode());
        }
        return answer;
    }

    /** Reports the failure to its caller. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp(String why) {
            super(why);
        }
    }

    /** Thrown instead of waiting for ever. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
