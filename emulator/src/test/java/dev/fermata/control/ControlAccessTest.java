package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.testing.Answer;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.ScoreFlowClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access to the control API, and the difference between its answers and a vendor's. */
class ControlAccessTest {
    /** The status of an answer to a request with any {@code Host}; Java's HTTP client does not allow setting it. */
    private static String statusOf(Fermata fermata, String method, String path, String... headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), fermata.url().getPort())) {
            String request = method + " /_fermata" + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n"
                    + String.join("\r\n", headers) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(9, 12);
        }
    }

    @Nested
    class OnLoopback {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /health",
                    "GET /fidelity",
                    "GET /openapi.json",
                    "GET /worlds",
                    "PUT /worlds/w",
                    "GET /worlds/default",
                    "DELETE /worlds/default",
                    "GET /worlds/default/clock",
                    "POST /worlds/default/clock/freeze",
                    "GET /worlds/default/accounts",
                    "GET /worlds/default/jobs",
                    "POST /worlds/default/jobs/x/finish"
                })
        void pagesOfOtherOriginsAreRefused(String operation) throws IOException {
            String method = operation.split(" ", 2)[0];
            String path = operation.split(" ", 2)[1];
            try (Fermata fermata = Fermata.start()) {
                for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1.evil.example", "x y")) {
                    assertEquals(
                            "403", statusOf(fermata, method, path, "Host: localhost", "Origin: " + origin), origin);
                }
                for (String host : List.of(
                        "evil.example", "fermata", "10.0.0.1:8480", "evil.example:80", "127.0.0.1.evil.example")) {
                    assertEquals("403", statusOf(fermata, method, path, "Host: " + host), host);
                }
            }
        }

        @Test
        void pagesAndClientsOfThisMachineAreAdmitted() throws IOException {
            try (Fermata fermata = Fermata.start()) {
                for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:8480", "LOCALHOST")) {
                    assertEquals(
                            "200",
                            statusOf(fermata, "GET", "/worlds", "Host: " + host, "Origin: http://localhost:3000"),
                            host);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.2", "::1", "[::1]", "localhost", "LocalHost", "127.1.2.3"})
        void isReachedByTheAddressItIsBoundTo(String host) {
            try (Fermata fermata =
                    Fermata.start(FermataOptions.builder().host(host).build())) {
                ControlClient control = ControlClient.of(fermata.url());
                assertAll(
                        () -> assertEquals(200, control.get("/health").status()),
                        () -> assertEquals(200, control.get("/worlds").status()),
                        () -> assertEquals(
                                200,
                                control.with("Origin", fermata.url().toString())
                                        .get("/worlds")
                                        .status()),
                        () -> assertEquals(
                                403,
                                control.with("Origin", "http://evil.example")
                                        .get("/worlds")
                                        .status()));
            }
        }

        @Test
        void onlyAddressesOfThisMachineAreItsOwn() throws IOException {
            try (Fermata fermata = Fermata.start()) {
                for (String host :
                        List.of("127.0.0.2:80", "127.255.255.254", "[0:0:0:0:0:0:0:1]:80", "[::ffff:127.0.0.1]")) {
                    assertEquals("200", statusOf(fermata, "GET", "/worlds", "Host: " + host), host);
                }
                for (String host : List.of(
                        "128.0.0.1",
                        "127.0.0.1.evil.example",
                        "127.evil.example",
                        "127.0.0.256",
                        "[::2]:80",
                        "[::1].evil.example",
                        "1.127.0.0",
                        "127.1")) {
                    assertNotEquals("200", statusOf(fermata, "GET", "/worlds", "Host: " + host), host);
                }
            }
        }

        @Test
        void aGivenTokenIsRequired() {
            try (Fermata fermata = Fermata.start(
                    FermataOptions.builder().controlToken("secret").build())) {
                ControlClient control = ControlClient.of(fermata.url());
                assertEquals(401, control.get("/worlds").status());
                assertEquals(
                        200,
                        control.with("Authorization", "Bearer secret")
                                .get("/worlds")
                                .status());
            }
        }
    }

    @Nested
    class BoundWider {
        private final FermataOptions.Builder options = FermataOptions.builder().host("0.0.0.0");

        @Test
        void everyOperationExceptHealthRequiresTheToken() {
            try (Fermata fermata = Fermata.start(options.controlToken("secret").build())) {
                ControlClient withoutToken = ControlClient.of(fermata.url());
                ControlClient withWrongToken = withoutToken.with("Authorization", "Bearer secrets");
                for (String path : List.of("/worlds", "/worlds/default/clock", "/worlds/none", "/fidelity")) {
                    assertEquals(401, withoutToken.get(path).status(), path);
                    assertEquals(401, withWrongToken.get(path).status(), path);
                }
                assertEquals("Bearer", withoutToken.get("/worlds").header("WWW-Authenticate"));
                assertEquals(200, withoutToken.get("/health").status());
                assertEquals(
                        401, withoutToken.post("/worlds/default/clock/freeze").status());
                assertEquals(1, fermata.clock().speed());
            }
        }

        @Test
        void aTokenIsGeneratedIfNoneIsGiven() {
            try (Fermata fermata = Fermata.start(options.build());
                    Fermata other = Fermata.start(options.build())) {
                ControlClient withoutToken = ControlClient.of(fermata.url());
                String token = fermata.controlToken().orElseThrow();
                assertEquals(
                        200,
                        withoutToken
                                .with("Authorization", "Bearer " + token)
                                .get("/worlds")
                                .status());
                assertEquals(
                        401,
                        withoutToken
                                .with(
                                        "Authorization",
                                        "Bearer " + other.controlToken().orElseThrow())
                                .get("/worlds")
                                .status());
            }
        }

        @Test
        void anyHostIsAcceptedButNoOtherOrigin() throws IOException {
            try (Fermata fermata = Fermata.start(options.controlToken("secret").build())) {
                String token = "Authorization: Bearer secret";
                String host = "Host: fermata.test:8480";
                assertAll(
                        () -> assertEquals("200", statusOf(fermata, "GET", "/worlds", host, token)),
                        () -> assertEquals("200", statusOf(fermata, "GET", "/health", host)),
                        () -> assertEquals(
                                "200",
                                statusOf(fermata, "GET", "/worlds", host, token, "Origin: http://fermata.test:8480")),
                        () -> assertEquals(
                                "403",
                                statusOf(fermata, "GET", "/worlds", host, token, "Origin: http://evil.example")));
            }
        }

        @Test
        void theVendorsDoNotRequireTheControlToken() {
            try (Fermata fermata = Fermata.start(options.build())) {
                assertEquals(
                        200, FlatClient.of(fermata.flatUrl(), "t").get("/me").status());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "t\u00f6ken", "a\n"})
    void aTokenThatIsInvalidInAHeaderIsRefused(String token) {
        assertThrows(
                IllegalArgumentException.class, () -> FermataOptions.builder().controlToken(token));
    }

    @Test
    void theTokenIsNotShownByTheOptions() {
        FermataOptions options =
                FermataOptions.builder().controlToken("secret-one").build();
        assertTrue(!options.toString().contains("secret-one"), options.toString());
    }

    @Nested
    class AnAnswerSays {
        private static String madeUp(Answer answer) {
            return answer.header("Fermata-Answer");
        }

        @Test
        void theReasonForAnAnswerOfFermatasOwn() {
            try (Fermata fermata = Fermata.start()) {
                FlatClient flat = FlatClient.of(fermata.flatUrl(), "t");
                ScoreFlowClient anywhere = ScoreFlowClient.anonymous(fermata.url());
                assertAll(
                        () -> assertEquals("not-emulated", madeUp(flat.get("/classes"))),
                        () -> assertEquals("no-vendor", madeUp(anywhere.get("/elsewhere"))),
                        () -> assertEquals(
                                "no-vendor", madeUp(anywhere.send("GET", "/%00", BodyPublishers.noBody(), Map.of()))),
                        () -> assertEquals("control", madeUp(anywhere.get("/_fermata/elsewhere"))),
                        () -> assertEquals("control", madeUp(anywhere.get("/_fermata/health"))),
                        () -> assertEquals("file", madeUp(anywhere.get("/_fermata/files/x.y"))));
            }
        }

        @Test
        void fileForALinkToFermata() {
            try (Fermata fermata = Fermata.start()) {
                FlatClient flat = FlatClient.of(fermata.flatUrl(), "t");
                flat.importPdf(SheetMusic.of("Linked").pages(1).pdf(), Map.of());
                fermata.clock().advance(Duration.ofMinutes(1));
                String score = flat.get("/collections/root/scores").at("/0/id");
                String url = flat.get("/scores/" + score + "/revisions/last/thumbnail.png?url=true")
                        .at("/url");
                Answer file = ScoreFlowClient.anonymous(fermata.url())
                        .get(url.substring(fermata.url().toString().length()));
                assertEquals(200, file.status());
                assertEquals("file", madeUp(file));
            }
        }

        @Test
        void nothingForAnAnswerOfTheVendor() {
            try (Fermata fermata = Fermata.start()) {
                FlatClient flat = FlatClient.of(fermata.flatUrl(), "t");
                assertAll(
                        () -> assertEquals("", madeUp(flat.get("/me"))),
                        () -> assertEquals("", madeUp(flat.get("/scores/none"))),
                        () -> assertEquals("", madeUp(flat.get("/nothing"))),
                        () -> assertEquals(
                                "",
                                madeUp(ScoreFlowClient.anonymous(fermata.scoreFlowUrl())
                                        .status("x"))));
            }
        }
    }
}
