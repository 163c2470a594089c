package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import dev.fermata.testing.client.RawClient;
import io.javalin.http.HandlerType;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no operation sees. */
class MalformedRequestTest {
    private static Fermata fermata;

    @BeforeAll
    static void start() {
        fermata = Fermata.start();
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v2/scores/%00", "/v2/scores/%zz", "/v2/scores/%c3%28", "/api/convert/%zz", "/%zz", "/a/../../b"
            })
    void aPathThatCannotBeDecodedKeepsTheConnectionOrSaysThatItIsClosed(String path) throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            String refused = client.send(get(path)).readAnswer();
            assertAll(
                    () -> assertTrue(refused.startsWith("HTTP/1.1 400"), refused),
                    () -> assertEquals("*", RawClient.header(refused, "Access-Control-Allow-Origin"), refused));
            if (RawClient.header(refused, "Connection").equals("close")) {
                assertEquals("", client.readToEnd());
            } else {
                assertTrue(client.send(get("/v2/me")).readAnswer().startsWith("HTTP/1.1 200"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v2/me HTTP/1.1\n\n", "GET /v2/me HTTP/9\nHost: x\n\n", "G@T / HTTP/1.1\nHost: x\n\n"})
    void aRequestThatCannotBeParsedIsReadableByPagesOfAnyOrigin(String request) throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            String refused = client.send(request).readToEnd();
            assertEquals("*", RawClient.header(refused, "Access-Control-Allow-Origin"), refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/unknown", "/v2/files/unknown", "/api/unknown", "/api/convert/status/x"})
    void anErrorOfAVendorIsReadableByPagesOfAnyOrigin(String path) throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            String refused = client.send(get(path)).readAnswer();
            assertEquals("*", RawClient.header(refused, "Access-Control-Allow-Origin"), refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\n\n{}", "\n"})
    void whatIsNoPathIsUnknownWithAndWithoutABody(String rest) throws IOException {
        try (RawClient client = RawClient.connect(fermata.url())) {
            String refused = client.send("OPTIONS * HTTP/1.1\nHost: x\n" + rest).readAnswer();
            assertTrue(refused.startsWith("HTTP/1.1 404"), refused);
        }
    }

    @Test
    void anUnknownMethodIsAnsweredAndNotKeptWhole() throws IOException {
        String method = "X".repeat(5_000);
        try (RawClient client = RawClient.connect(fermata.url())) {
            String refused = client.send(get("/v2/me").replace("GET", method)).readAnswer();
            assertTrue(refused.startsWith("HTTP/1.1 405"), refused);
        }
        String kept = fermata.journal().find(Query.ALL).stream()
                .map(Entry::method)
                .filter(name -> name.startsWith("X"))
                .findFirst()
                .orElseThrow();
        assertTrue(kept.length() <= 32, kept.length() + " letters of the method are kept");
        assertNotSame(HandlerType.findOrDefault(method), HandlerType.findOrDefault(method));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\nHost: localhost\nAuthorization: Bearer some-token\n\n";
    }
}
