package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made while they are sent, when that goes wrong. */
class SpoiledStreamsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Fermata fermata;
    private static FlatClient client;
    private static String score;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).speed(1_000).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        String task = client.importPdf(SheetMusic.of("Largo").pages(4).pdf(), Map.of())
                .at("/id");
        score = client.get("/tasks/" + task).at("/score");
        for (String format : List.of("mp3", "wav")) {
            client.post("/scores/" + score + "/revisions/last/" + format + "/task", Map.of());
        }
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "wav", "midi", "xml"})
    void aSlowBodyIsTheSameBody(String format) throws Exception {
        byte[] usual = file(format, "").body().readAllBytes();
        HttpResponse<InputStream> slow = file(format, "slow-body");
        assertEquals("slow-body", slow.headers().firstValue("Fermata-Scenario").orElse(""));
        assertTrue(usual.length > 100, "the file is not there");
        assertArrayEquals(usual, slow.body().readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "wav", "xml"})
    void aBodyThatIsResetHasBegunAndNotEnded(String format) throws Exception {
        byte[] usual = file(format, "").body().readAllBytes();
        HttpResponse<InputStream> cut = file(format, "reset-body");
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        boolean broken = readUntilItBreaks(cut.body(), begun);
        assertAll(
                () -> assertEquals(200, cut.statusCode()),
                () -> assertTrue(broken, "the body ended as if it were whole"),
                () -> assertTrue(begun.size() > 0, "not a byte was sent"),
                () -> assertTrue(begun.size() < usual.length, begun.size() + " of " + usual.length));
    }

    @Test
    void aSnapshotWhoseWorldEndsBreaksOff() throws Exception {
        FlatClient inWorld = FlatClient.of(fermata.flatUrl(), "fermata_ending_me");
        assertEquals(202, inWorld.importPdf(large(), Map.of()).status());
        try (RawClient snapshot = RawClient.connect(fermata.url(), 4 * 1024)) {
            snapshot.send("GET /_fermata/worlds/ending/snapshot HTTP/1.1\nHost: localhost\nConnection: close\n\n");
            assertTrue(snapshot.readHead().startsWith("HTTP/1.1 200"));
            fermata.endWorld("ending");
            // Nothing but the end of the connection tells this client that it has all.
            assertThrows(SocketException.class, snapshot::readToEnd);
        }
    }

    private static HttpResponse<InputStream> file(String format, String scenario) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(fermata.flatUrl() + "/scores/" + score + "/revisions/last/" + format))
                .header("Authorization", "Bearer some-token");
        if (!scenario.isEmpty()) {
            request.header("Fermata-Scenario", scenario);
        }
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static boolean readUntilItBreaks(InputStream in, ByteArrayOutputStream into) {
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                into.write(b);
            }
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    /** A PDF of more bytes than any socket takes in. */
    private static byte[] large() throws IOException {
        byte[] pdf = SheetMusic.of("Large").pages(1).pdf();
        byte[] noise = new byte[12 << 20];
        new Random(1).nextBytes(noise);
        byte[] comment = Base64.getEncoder().encode(noise);
        ByteArrayOutputStream larger = new ByteArrayOutputStream();
        int headerEnd = new String(pdf, 0, 20, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        larger.write(pdf, 0, headerEnd);
        larger.write('%');
        larger.write(comment);
        larger.write('\n');
        larger.write(pdf, headerEnd, pdf.length - headerEnd);
        return larger.toByteArray();
    }
}
