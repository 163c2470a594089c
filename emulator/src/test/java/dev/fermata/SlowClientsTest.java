package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that do not send or read what they should; all of them together do not keep the server from another one. */
class SlowClientsTest {
    private static final int MANY = 300;
    private static final int LITTLE_BUFFER = 4 * 1024;

    private final List<RawClient> slow = new ArrayList<>();
    private Fermata fermata;
    private String score;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
        String task = client.importPdf(SheetMusic.of("Largo").pages(6).pdf(), Map.of())
                .at("/id");
        score = client.get("/tasks/" + task).at("/score");
        client.post("/scores/" + score + "/revisions/last/wav/task", Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        for (RawClient client : slow) {
            client.close();
        }
        fermata.close();
    }

    @Test
    void uploadsThatStallHoldUpNobody() throws Exception {
        for (int i = 0; i < MANY; i++) {
            connect("""
                    POST /v2/scores HTTP/1.1
                    Host: localhost
                    Authorization: Bearer some-token
                    Content-Type: application/json
                    Content-Length: 100000

                    {"title":""");
        }
        anotherClientIsServed();
    }

    @Test
    void uploadsThatStallAfterTheyWereAllowedHoldUpNobody() throws Exception {
        for (int i = 0; i < MANY; i++) {
            connect("""
                    POST /v2/scores HTTP/1.1
                    Host: localhost
                    Authorization: Bearer some-token
                    Content-Type: application/json
                    Content-Length: 100000
                    Expect: 100-continue

                    """);
        }
        assertEquals("HTTP/1.1 100 Continue", slow.get(MANY - 1).readHead().strip());
        anotherClientIsServed();
    }

    @Test
    void formsThatStallHoldUpNobody() throws Exception {
        for (int i = 0; i < MANY; i++) {
            connect("""
                    POST /api/convert HTTP/1.1
                    Host: localhost
                    Authorization: Bearer some-key
                    Content-Type: multipart/form-data; boundary=x
                    Transfer-Encoding: chunked

                    5
                    --x
                    """);
        }
        anotherClientIsServed();
    }

    @Test
    void answersThatAreNotReadHoldUpNobody() throws Exception {
        for (int i = 0; i < MANY; i++) {
            connect(get("/_fermata/openapi.json", "").repeat(60));
        }
        anotherClientIsServed();
    }

    @Test
    void streamsThatAreNotReadHoldUpNobody() throws Exception {
        assertTrue(connect(wav("")).readHead().startsWith("HTTP/1.1 200"));
        for (int i = 0; i < MANY / 3; i++) {
            connect(wav(""));
        }
        anotherClientIsServed();
    }

    @Test
    void audioThatIsNotReadHoldsUpNoOtherAudio() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertTrue(connect(wav("")).readHead().startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void lateAnswersThatAreNotReadHoldUpNoOtherLateAnswer() throws Exception {
        for (int i = 0; i < 8; i++) {
            connect(wav("Fermata-Scenario: latency\n"));
        }
        untilClientsWait(8);
        fermata.clock().advance(Duration.ofSeconds(10));
        assertTrue(slow.get(0).readHead().startsWith("HTTP/1.1 200"));
        RawClient late = connect(get("/v2/me", "Fermata-Scenario: latency\n"));
        untilClientsWait(1);
        fermata.clock().advance(Duration.ofSeconds(10));
        assertTrue(late.readAnswer().startsWith("HTTP/1.1 200"));
    }

    @Test
    void anExpectedUploadIsReadOnceItIsAllowed() throws Exception {
        RawClient client = connect("""
                POST /v2/scores HTTP/1.1
                Host: localhost
                Authorization: Bearer some-token
                Content-Type: application/json
                Content-Length: 2
                Expect: 100-continue

                """);
        assertEquals("HTTP/1.1 100 Continue", client.readHead().strip());
        assertTrue(client.send("{}").readAnswer().startsWith("HTTP/1.1 400"));
    }

    @Test
    void anExpectedUploadThatIsRefusedIsNeverAskedFor() throws Exception {
        RawClient client = connect("""
                POST /v2/scores HTTP/1.1
                Host: localhost
                Authorization: Bearer invalid
                Content-Type: application/json
                Content-Length: 100000
                Expect: 100-continue

                """);
        assertTrue(client.readHead().startsWith("HTTP/1.1 401"));
    }

    private void anotherClientIsServed() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertTrue(connect(get("/v2/me", "")).readAnswer().startsWith("HTTP/1.1 200"));
        }
    }

    private void untilClientsWait(int count) {
        while (fermata.clock().alarms() < count) {
            Thread.onSpinWait();
        }
    }

    private String wav(String headers) {
        return get("/v2/scores/" + score + "/revisions/last/wav", headers);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\nHost: localhost\nAuthorization: Bearer some-token\n" + headers + "\n";
    }

    private RawClient connect(String request) throws IOException {
        RawClient client = RawClient.connect(fermata.url(), LITTLE_BUFFER);
        slow.add(client);
        return client.send(request);
    }
}
