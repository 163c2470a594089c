package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.fixtures.BrokenImages;
import dev.fermata.fixtures.BrokenPdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.fixtures.hostile.HostileImages;
import dev.fermata.fixtures.hostile.HostileMidi;
import dev.fermata.fixtures.hostile.HostileMusicXml;
import dev.fermata.fixtures.hostile.HostilePdfs;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: a clear 4xx in the vendor's shape, nothing charged, nothing left behind, never a hang. */
class HostileInputTest {
    /** Far more than any of it takes; here only so that a hang is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Fermata fermata;
    private static FlatClient flat;
    private static ScoreFlowClient scoreFlow;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.INSTANT).credits(50).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    @AfterEach
    void nothingIsChargedOrLeftBehind() {
        String me = flat.get("/me").at("/id");
        var ledger = fermata.world().flat().accounts().ledger(me);
        assertAll(
                () -> assertEquals(50, ledger.balance(fermata.clock().instant())),
                () -> assertEquals(1, ledger.entries(fermata.clock().instant()).size()),
                () -> assertEquals(0, fermata.world().documents().count()),
                () -> assertEquals(List.of(), fermata.world().flat().jobs().all()),
                () -> assertEquals(List.of(), leftovers()));
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(fermata.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock")) // says that the server lives
                    .toList();
        }
    }

    static List<Arguments> hostilePdfs() {
        return List.of(
                Arguments.of("a lying page count", BrokenPdfs.lyingPageCount(2, 1_000_000)),
                Arguments.of("a lying page count below the truth", BrokenPdfs.lyingPageCount(2, 1)),
                Arguments.of("a cyclic page tree", BrokenPdfs.cyclicPageTree()),
                Arguments.of("an object stream of 3 GB", HostilePdfs.objectStreamBomb(3_000_000_000L)),
                Arguments.of("garbage after the header", BrokenPdfs.garbageAfterHeader()),
                Arguments.of("an end too early", BrokenPdfs.truncated()),
                Arguments.of("a password", OddPdfs.encrypted("secret")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePdfs")
    void aPdfWith(String what, byte[] pdf) {
        Answer byFlat = assertTimeoutPreemptively(PATIENCE, () -> flat.importPdf(pdf, Map.of()));
        Answer byScoreFlow = assertTimeoutPreemptively(PATIENCE, () -> scoreFlow.convert(pdf, "midi"));
        assertAll(
                () -> assertEquals(400, byFlat.status(), byFlat.text()),
                () -> assertEquals("CLIENT_ERROR", byFlat.at("/code")),
                () -> assertEquals(400, byScoreFlow.status(), byScoreFlow.text()),
                () -> assertTrue(!byScoreFlow.at("/error").isEmpty(), byScoreFlow.text()));
    }

    static List<Arguments> pictures() {
        return List.of(
                Arguments.of("JPEG", SheetImages.jpeg()),
                Arguments.of("PNG", SheetImages.png()),
                Arguments.of("TIFF", SheetImages.tiff(2)),
                Arguments.of("GIF", SheetImages.gif(2)),
                Arguments.of("WebP", SheetImages.webp()),
                Arguments.of("HEIC", SheetImages.heic()),
                Arguments.of("BMP", SheetImages.bmp()),
                Arguments.of("TIFF of four billion pixels", HostileImages.hugeTiff()),
                Arguments.of("TIFF that runs in a circle", BrokenImages.cyclicTiff()));
    }

    /** Sound or not: where only PDFs are taken, it is refused for what it is, whatever its name says. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aPictureAs(String what, byte[] picture) {
        for (String name : List.of("scan.pdf", "scan.gp5", "scan")) {
            Answer byFlat = flat.importPdf(picture, Map.of("filename", name));
            assertEquals(400, byFlat.status(), byFlat.text());
            assertTrue(byFlat.at("/message").startsWith("The format of the file is not supported"), byFlat.text());
        }
        Answer byScoreFlow = scoreFlow.convert(picture, "midi");
        assertEquals(400, byScoreFlow.status(), byScoreFlow.text());
        assertEquals("Only PDF files are accepted", byScoreFlow.at("/error"));
    }

    @Nested
    class JsonThat {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "42",
                    "\"text\"",
                    "{",
                    "{\"title\":",
                    "{} trailing",
                    "{}",
                    "{\"data\":42}",
                    "{\"data\":{\"a\":1}}",
                    "{\"data\":null}",
                    "{\"data\":\"\"}",
                    "{\"title\":7,\"data\":\"<x/>\"}",
                    "{\"data\":\"<x/>\",\"supportsTasks\":\"true\"}",
                    "{\"data\":\"AAAA\",\"dataEncoding\":\"base32\"}",
                    "{\"data\":\"not base64!\",\"dataEncoding\":\"base64\"}",
                    "{\"data\":\"AAAAA\",\"dataEncoding\":\"base64\"}",
                    "{\"data\":\"AA==AAAA\",\"dataEncoding\":\"base64\"}",
                    "{\"data\":\"\\ud800x\"}",
                    "{\"data\":\"<x/>\",\"privacy\":\"secret\"}",
                    "{\"builderData\":[]}",
                    "{\"title\":\"x\",\"builderData\":{\"scoreData\":{\"instruments\":[null]}}}"
                })
        void isNotWhatIsAskedFor(String body) {
            Answer refused = flat.postText("/scores", body);
            assertEquals(400, refused.status(), refused.text());
        }

        @Test
        void isNestedWithoutEnd() {
            String bomb = "{\"source\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
            assertEquals(400, flat.postText("/scores", bomb).status());
        }

        @Test
        void ordersAMillionInstruments() {
            String instrument = "{\"group\":\"keyboards\",\"instrument\":\"piano\"},";
            String body = "{\"title\":\"x\",\"builderData\":{\"scoreData\":{\"instruments\":["
                    + instrument.repeat(300_000) + instrument.replace("},", "}") + "]}}}";
            assertEquals(400, flat.postText("/scores", body).status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
        void isNotInUtf8(String charset) {
            byte[] body = "{\"data\":\"<x/>\"}".getBytes(Charset.forName(charset));
            assertEquals(
                    400, flat.post("/scores", BodyPublishers.ofByteArray(body)).status());
        }

        @Test
        void saysAnUnknownCharset() {
            Answer refused = flat.send(
                    "POST",
                    "/scores",
                    BodyPublishers.ofString("{}"),
                    Map.of("Content-Type", "application/json; charset=nonsense"));
            assertEquals(400, refused.status());
        }

        @Test
        void saysThatItIsAForm() {
            Answer refused = flat.send(
                    "POST",
                    "/scores",
                    BodyPublishers.ofString("data=x"),
                    Map.of("Content-Type", "application/x-www-form-urlencoded"));
            assertEquals(400, refused.status());
        }
    }

    static List<Arguments> hostileScores() {
        String header = "<part-list><score-part id='P1'><part-name/></score-part></part-list>";
        String millionMeasures = "<score-partwise>" + header + "<part id='P1'>" + "<measure/>".repeat(1_000_000)
                + "</part></score-partwise>";
        String noDivisions = "<score-partwise>" + header
                + "<part id='P1'><measure><note><rest/><duration>4</duration></note></measure></part></score-partwise>";
        return List.of(
                Arguments.of("MusicXML of billions of laughs", bytes(HostileMusicXml.entityExpansion())),
                Arguments.of("MusicXML that reads files of the server", bytes(HostileMusicXml.externalEntity())),
                Arguments.of("MusicXML of a million measures", bytes(millionMeasures)),
                Arguments.of("MusicXML without divisions", bytes(noDivisions)),
                Arguments.of("mxl that unzips without end", HostileMusicXml.zipBomb(2_000_000_000L)),
                Arguments.of("MIDI that ends too early", HostileMidi.truncated()),
                Arguments.of("MIDI without tracks", HostileMidi.withoutTracks()),
                Arguments.of("MIDI without time", HostileMidi.withoutDivision()),
                Arguments.of("MIDI that lies about its length", HostileMidi.lyingLength()),
                Arguments.of("MIDI of a million notes", HostileMidi.notes(1_000_000)),
                Arguments.of("MIDI of days of silence", HostileMidi.silence(500_000)),
                Arguments.of("MIDI of 60,000 tracks", HostileMidi.tracks(60_000)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileScores")
    void aScoreThatIs(String what, byte[] score) {
        String data = Base64.getEncoder().encodeToString(score);
        Answer refused = assertTimeoutPreemptively(
                PATIENCE, () -> flat.post("/scores", Map.of("data", data, "dataEncoding", "base64")));
        assertEquals(400, refused.status(), refused.text());
        assertEquals("data", refused.at("/param"), refused.text());
    }

    @Nested
    class ABodyOf200Megabytes {
        @Test
        void isAnswered413ByFlat() {
            Answer refused = flat.post("/scores", endless());
            assertEquals(413, refused.status(), refused.text());
            assertEquals("CLIENT_ERROR", refused.at("/code"));
        }

        @Test
        void isAnswered413ByFlatEvenWhenItsLengthIsNotAnnounced() {
            Answer refused = flat.post("/scores", BodyPublishers.ofInputStream(HostileInputTest::body));
            assertEquals(413, refused.status(), refused.text());
        }

        @Test
        void isAnswered400ByScoreFlow() {
            Answer refused = scoreFlow.send(
                    "POST", "/convert", endless(), Map.of("Content-Type", "multipart/form-data; boundary=x"));
            assertEquals(400, refused.status(), refused.text());
            assertEquals("File too large. Maximum file size is 10MB", refused.at("/error"));
        }

        private BodyPublisher endless() {
            return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(HostileInputTest::body), 200L << 20);
        }
    }

    /** 200 MB of a JSON string that has begun. */
    private static InputStream body() {
        byte[] start = "{\"dataEncoding\":\"base64\",\"data\":\"".getBytes(StandardCharsets.US_ASCII);
        InputStream letters = new InputStream() {
            private long left = (200L << 20) - start.length;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                Arrays.fill(into, offset, offset + count, (byte) 'A');
                left -= count;
                return count;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(start), letters);
    }

    @Nested
    class ALargeBodyThatNobodyAskedFor {
        private final byte[] megabytes = new byte[9 << 20];

        @Test
        void isHeardOutSoThatTheClientReadsWhyItIsRefused() {
            FlatClient refused = FlatClient.of(fermata.flatUrl(), "invalid");
            ScoreFlowClient refusedToo = ScoreFlowClient.of(fermata.scoreFlowUrl(), "invalid");
            for (int i = 0; i < 10; i++) {
                assertEquals(
                        401,
                        refused.post("/scores", BodyPublishers.ofByteArray(megabytes))
                                .status());
                assertEquals(401, refusedToo.convert(megabytes, "midi").status());
            }
        }
    }

    @Nested
    class AForm {
        @Test
        void ofAnUnknownCharset() {
            Answer refused = scoreFlow.send(
                    "POST",
                    "/convert",
                    BodyPublishers.ofString("--x--"),
                    Map.of("Content-Type", "multipart/form-data; boundary=x; charset=nonsense"));
            assertEquals(400, refused.status(), refused.text());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "--x", "--x\r\n\r\n", "--x--", "--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n"})
        void thatIsBroken(String body) {
            Answer refused = scoreFlow.send(
                    "POST",
                    "/convert",
                    BodyPublishers.ofString(body),
                    Map.of("Content-Type", "multipart/form-data; boundary=x"));
            assertEquals(400, refused.status(), refused.text());
            assertTrue(!refused.at("/error").isEmpty(), refused.text());
        }

        @Test
        void thatIsBrokenDoesNotBreakTheNextRequest() {
            for (int i = 0; i < 20; i++) {
                thatIsBroken("--x--");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"multipart/form-data", "application/json", "text/plain"})
        void thatIsNone(String type) {
            Answer refused =
                    scoreFlow.send("POST", "/convert", BodyPublishers.ofString("{}"), Map.of("Content-Type", type));
            assertEquals(400, refused.status(), refused.text());
        }

        @Test
        void thatHasAnEmptyFile() {
            assertEquals(
                    "No PDF file provided",
                    scoreFlow.convert(new byte[0], "midi").at("/error"));
        }
    }

    @Nested
    class ARequest {
        @ParameterizedTest
        @ValueSource(strings = {"/scores/..%2f..%2fetc%2fpasswd", "/scores/" + "%F0%9F%8E%B5", "/tasks/%2e%2e"})
        void forAnIdThatCannotBeIsNotFound(String path) {
            Answer answer = flat.get(path);
            assertTrue(answer.status() == 404 || answer.status() == 400, answer.toString());
        }

        @Test
        void thatCannotBeDecodedIsRefusedInAShapeForBoth() throws Exception {
            var request = HttpRequest.newBuilder(URI.create(fermata.flatUrl() + "/scores/%00"))
                    .build();
            var refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(400, refused.statusCode());
            assertTrue(refused.body().contains("\"code\":\"CLIENT_ERROR\""), refused.body());
            assertTrue(refused.body().contains("\"error\":"), refused.body());
        }

        @Test
        void thatBreaksOffLeavesNothing() throws Exception {
            List<Entry> before = fermata.journal().find(Query.ALL);
            Query brokenOff = Query.ALL
                    .operation("createScore")
                    .after(before.isEmpty() ? 0 : before.get(before.size() - 1).number());
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), fermata.url().getPort())) {
                socket.getOutputStream()
                        .write(("POST /v2/scores HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer some-token\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n"
                                        + "{\"data\":\"" + "A".repeat(1_000_000))
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertEquals(200, flat.get("/me").status());
            assertTrue(fermata.journal().await(brokenOff, 1, PATIENCE).get().complete());
        }
    }

    @Test
    void aPageThatCannotBeDrawnStillHasAThumbnail() {
        try (Fermata other =
                Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build())) {
            FlatClient client = FlatClient.of(other.flatUrl(), "some-token");
            for (byte[] pdf : List.of(
                    HostilePdfs.contentBomb(3_000_000_000L),
                    HostilePdfs.hugeImage(20_000, 20_000),
                    HostilePdfs.hugePage(),
                    HostilePdfs.hugePage(40_000),
                    SheetMusic.of("Fine").pages(1).pdf())) {
                String task = client.importPdf(pdf, Map.of()).at("/id");
                String score = client.get("/tasks/" + task).at("/score");
                Answer png = assertTimeoutPreemptively(
                        PATIENCE, () -> client.get("/scores/" + score + "/revisions/last/thumbnail.png"));
                assertEquals(200, png.status());
                assertTrue(new String(png.bytes(), StandardCharsets.ISO_8859_1).startsWith("\u0089PNG"));
            }
        }
    }
}
