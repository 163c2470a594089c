package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.MusicXml;
import dev.fermata.journal.Query;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.process.ServeProcess;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal and the log show of a URL: what is known to be harmless, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsInUrlsTest {
    private final Fermata fermata = Fermata.start();

    @BeforeEach
    void forgets() {
        fermata.journal().clear();
    }

    @AfterAll
    void stops() {
        fermata.close();
    }

    private String shownPath() {
        return fermata.journal().find(Query.ALL).get(0).path();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code=my-secret",
                "jwt=my-secret",
                "sig=my-secret",
                "session=my-secret",
                "SIG=my-secret",
                "%73ig=my-secret",
                "sid=my-secret&sid=my-secret",
                "a=b&my-secret",
                "my-secret",
                "my-secret=",
                "my-secret==",
                "limit=5;sig=my-secret",
                "limit=5%26sig=my-secret",
                "limit=5&amp;sig=my-secret",
                "limit=5?sig=my-secret",
                "LIMIT=my-secret",
                "X-Amz-Signature=my-secret",
                "%=my-secret"
            })
    void aParameterThatIsNotKnownIsHidden(String query) throws Exception {
        raw("/v2/me?" + query);
        assertFalse(shownPath().contains("my-secret"), shownPath());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5&wait=3, limit=5&wait=3",
        "%6Cimit=5, %6Cimit=5",
        "next=abc_-&sort=title&direction=asc, next=abc_-&sort=title&direction=asc",
        "parts=a%2Cb&limit=5&limit=6, parts=a%2Cb&limit=5&limit=6",
        "sig=x&limit=5, sig=…&limit=5"
    })
    void aParameterThatIsDocumentedAndNoSecretIsShown(String query, String shown) throws Exception {
        raw("/v2/me?" + query);
        assertEquals("/v2/me?" + shown, shownPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/me;jsessionid=my-secret", "/v2/me%3Fsig=my-secret", "/v2/x%3Bsig%3Dmy-secret/y"})
    void aSecretInThePathIsHidden(String path) throws Exception {
        raw(path);
        assertFalse(shownPath().contains("my-secret"), shownPath());
    }

    @Test
    void theRequestLogHidesTheKeysOfLinks(@TempDir Path folder) throws Exception {
        try (ServeProcess serve = ServeProcess.start(folder, Map.of(), "--log-requests")) {
            FlatClient me = FlatClient.of(serve.flatUrl(), "fermata_w_me");
            String score = me.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
            String link =
                    me.get("/scores/" + score + "/revisions/last/xml?url=true").at("/url");
            String key = link.substring(link.lastIndexOf('/') + 1);
            assertEquals(200, get(URI.create(link)));
            assertEquals(404, get(serve.url().resolve("/_fermata/files/short-key")));
            me.get("/scores?limit=5&sig=my-secret");
            assertEquals(200, ControlClient.of(serve.url()).get("/worlds").status());
            serve.stop();
            String log = serve.errors();
            assertAll(
                    () -> assertTrue(log.contains("GET /_fermata/files/… 200"), log),
                    () -> assertTrue(log.contains("GET /_fermata/files/… 404"), log),
                    () -> assertTrue(log.contains("GET /v2/scores?limit=5&sig=… "), log),
                    () -> assertFalse(log.contains(key), log),
                    () -> assertFalse(log.contains("my-secret"), log));
        }
    }

    /** Java's own URI would refuse some of these. */
    private void raw(String target) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), fermata.url().getPort())) {
            String request = "GET " + target
                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer some-token\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static int get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
