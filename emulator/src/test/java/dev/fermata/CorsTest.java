package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls from web pages of other origins. */
class CorsTest {
    private static final Map<String, String> PREFLIGHT = Map.of(
            "Origin", "https://app.example",
            "Access-Control-Request-Method", "POST",
            "Access-Control-Request-Headers", "authorization,content-type");

    private static Fermata fermata;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @Test
    void aBrowserThatAsksFirstIsLetThroughByBoth() {
        // ScoreFlow's client, for Flat's too: it asks for none of Flat's headers, which a preflight does not have.
        ScoreFlowClient browser = ScoreFlowClient.anonymous(fermata.url());
        for (String path : new String[] {"/v2/scores", "/v2/me", "/api/v2/me", "/api/convert"}) {
            Answer allowed = browser.send("OPTIONS", path, BodyPublishers.noBody(), PREFLIGHT);
            assertAll(
                    path,
                    () -> assertEquals(204, allowed.status()),
                    () -> assertEquals("*", allowed.header("Access-Control-Allow-Origin")),
                    () -> assertTrue(
                            allowed.header("Access-Control-Allow-Methods").contains("POST")),
                    () -> assertEquals("authorization,content-type", allowed.header("Access-Control-Allow-Headers")));
        }
    }

    @Test
    void everyAnswerMayBeReadByThePageErrorsToo() {
        FlatClient flat = FlatClient.of(fermata.flatUrl(), "invalid");
        ScoreFlowClient scoreFlow = ScoreFlowClient.anonymous(fermata.scoreFlowUrl());
        assertEquals("*", flat.get("/me").header("Access-Control-Allow-Origin"));
        assertTrue(flat.get("/me").header("Access-Control-Expose-Headers").contains("X-RateLimit-Reset"));
        assertEquals("*", scoreFlow.status("x").header("Access-Control-Allow-Origin"));
    }

    @Test
    void fermatasOwnEndpointsStayClosed() {
        ScoreFlowClient browser = ScoreFlowClient.anonymous(fermata.url());
        Answer refused =
                browser.send("OPTIONS", "/_fermata/worlds/default/jobs/x/step", BodyPublishers.noBody(), PREFLIGHT);
        assertEquals(405, refused.status());
        assertEquals("", refused.header("Access-Control-Allow-Origin"));
    }
}
