package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that a scenario asks for: with Flat's codes and words, and about the resource of the request. */
class NamedErrorsTest {
    private static Fermata fermata;
    private static FlatClient client;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static Answer get(String path, String scenario) {
        return client.send("GET", path, BodyPublishers.noBody(), Map.of("Fermata-Scenario", scenario));
    }

    @ParameterizedTest
    @CsvSource({"error-409, 409, CLIENT_ERROR", "error-429, 429, CLIENT_ERROR"})
    void aStatusWithoutACodeOfItsOwnHasThePublishedOneForInvalidRequests(String scenario, int status, String code) {
        Answer answer = get("/me", scenario);
        assertEquals(status, answer.status());
        assertEquals(code, answer.at("/code"));
    }

    @ParameterizedTest
    @CsvSource({
        "/scores/1, this score",
        "/scores/1/revisions/last/midi, this score",
        "/users/1/scores, this score",
        "/collections/1, this collection",
        "/collections/1/scores, this collection",
        "/omr/jobs/1, this OMR job",
        "/tasks/1, this task",
        "/me, this account",
        "/billing/credits/history, this account",
        "/omr/capabilities, this resource",
    })
    void a403NamesTheResource(String path, String resource) {
        assertEquals(
                "You are not granted to access " + resource,
                get(path, "error-403").at("/message"));
    }
}
