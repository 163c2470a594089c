package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /scores/{score}/revisions/{revision}/{format}}, and who may read a score. */
class ScoreFilesTest {
    private static Fermata fermata;
    private static FlatClient client;
    private static String score;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        Answer task = client.importPdf(SheetMusic.of("Preface").pages(2).pdf(), Map.of());
        score = client.get("/tasks/" + task.at("/id")).at("/score");
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    private static Answer file(String format) {
        return client.get("/scores/" + score + "/revisions/last/" + format);
    }

    @Nested
    class ARevisionIsWrittenAs {
        @Test
        void musicXml() {
            Answer xml = file("xml");
            assertAll(
                    () -> assertEquals("application/vnd.recordare.musicxml+xml", xml.header("Content-Type")),
                    () -> assertTrue(xml.text().contains("<movement-title>Preface</movement-title>"), "no title"),
                    () -> assertTrue(xml.header("x-flat-score-revision").matches("[0-9a-f]{24}")));
        }

        @Test
        void compressedMusicXmlWithTheSameNotes() throws IOException {
            try (var zip =
                    new ZipInputStream(new ByteArrayInputStream(file("mxl").bytes()))) {
                byte[] inside = new byte[0];
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    inside = entry.getName().endsWith(".musicxml") ? zip.readAllBytes() : inside;
                }
                assertArrayEquals(file("xml").bytes(), inside);
            }
        }

        @Test
        void midi() throws Exception {
            Answer midi = file("midi");
            var sequence = MidiSystem.getSequence(new ByteArrayInputStream(midi.bytes()));
            double seconds =
                    client.get("/scores/" + score).json().at("/durationTime").asDouble();
            assertAll(
                    () -> assertEquals("audio/midi", midi.header("Content-Type")),
                    () -> assertEquals(seconds, sequence.getMicrosecondLength() / 1e6, 5));
        }

        @Test
        void aPictureOfThePdfsFirstPage() throws IOException {
            Answer png = client.get("/scores/" + score + "/revisions/last/thumbnail.png?width=200&height=283");
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.bytes()));
            int dark = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
                }
            }
            assertEquals(200, image.getWidth());
            assertEquals(283, image.getHeight());
            assertTrue(dark > 200 && dark < 20_000, dark + " dark pixels are no page of music");
        }

        @Test
        void aPictureOfItsNotesWhenThereIsNoPdf() throws IOException {
            String id = client.post("/scores", Map.of("data", MusicXml.hello())).at("/id");
            byte[] png = client.get("/scores/" + id + "/revisions/last/thumbnail.png")
                    .bytes();
            assertEquals(
                    200,
                    client.get("/scores/" + id + "/revisions/last/thumbnail.png?width=1&height=1")
                            .status());
            assertEquals(300, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        }

        @Test
        void theSameForTheSameDocument() {
            Answer again = client.importPdf(SheetMusic.of("Preface").pages(2).pdf(), Map.of());
            String other = client.get("/tasks/" + again.at("/id")).at("/score");
            assertEquals(
                    file("xml").text(),
                    client.get("/scores/" + other + "/revisions/last/xml").text());
        }
    }

    @Nested
    class SomePartsOfIt {
        private static final String DUET = """
            <score-partwise version="4.0">
              <part-list>
                <score-part id="P1"><part-name>Flute</part-name></score-part>
                <score-part id="P2"><part-name>Piano</part-name></score-part>
              </part-list>
              <part id="P1">%1$s<octave>5</octave></pitch><duration>4</duration></note></measure></part>
              <part id="P2">%1$s<octave>3</octave></pitch><duration>4</duration></note></measure></part>
            </score-partwise>
            """.formatted(
                        "<measure number='1'><attributes><divisions>1</divisions></attributes><note><pitch><step>A</step>");

        private final String duet = client.post("/scores", Map.of("data", DUET)).at("/id");

        private Answer file(String format) {
            return client.get("/scores/" + duet + "/revisions/last/" + format);
        }

        private String uuid(int part) {
            return file("json").at("/score-partwise/part-list/score-part/" + part + "/uuid");
        }

        @Test
        void areNamedByTheirUuidsInTheJson() {
            Answer flute = file("xml?parts=" + uuid(0));
            Answer both = file("xml?parts=" + uuid(1).toUpperCase(Locale.ROOT) + "," + uuid(0));
            assertAll(
                    () -> assertTrue(
                            flute.text().contains("Flute") && !flute.text().contains("Piano"), flute.text()),
                    () -> assertTrue(
                            both.text().contains("Flute") && both.text().contains("Piano"), both.text()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"xml", "mxl", "midi", "json", "thumbnail.png"})
        void areLessThanAllOfIt(String format) {
            byte[] part = file(format + "?parts=" + uuid(0)).bytes();
            assertFalse(Arrays.equals(file(format).bytes(), part));
            assertEquals(200, file(format + "?parts=" + uuid(0)).status());
        }

        @Test
        void areAllOfItWhereNoneIsNamed() {
            assertArrayEquals(file("midi").bytes(), file("midi?parts=").bytes());
        }

        @Test
        void haveALinkOfTheirOwn() throws Exception {
            String url = file("midi?url=true&parts=" + uuid(0)).at("/url");
            var linked = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
            assertArrayEquals(file("midi?parts=" + uuid(0)).bytes(), linked.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"P1", "59df645f-bb1c-f1b4-b573-d2afc4491f94", ",", "%00"})
        void areAnswered400WhenThereAreNone(String parts) {
            Answer refused = file("xml?parts=" + parts);
            assertEquals(400, refused.status());
            assertEquals("parts", refused.at("/param"));
        }

        @Test
        void areNotThoseOfAnotherScore() {
            String other = client.post("/scores", Map.of("data", DUET)).at("/id");
            assertEquals(
                    400,
                    client.get("/scores/" + other + "/revisions/last/xml?parts=" + uuid(0))
                            .status());
        }

        @Test
        void arePlayedAlone() {
            Answer task =
                    client.post("/scores/" + duet + "/revisions/last/wav/task", Map.of("parts", List.of(uuid(0))));
            assertEquals("done", client.get("/tasks/" + task.at("/id")).at("/state"));
            assertEquals(404, file("wav").status());
            assertEquals(404, file("wav?parts=" + uuid(1)).status());
            byte[] flute = file("wav?parts=" + uuid(0)).bytes();
            client.post("/scores/" + duet + "/revisions/last/wav/task", Map.of());
            byte[] both = file("wav").bytes();
            assertEquals(both.length, flute.length);
            assertFalse(Arrays.equals(both, flute));
        }
    }

    @Nested
    class ALink {
        @Test
        void leadsToTheFileWithoutAToken() throws Exception {
            String url = file("xml?url=true").at("/url");
            var linked = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            assertEquals(file("xml").text(), linked.body());
        }

        @Test
        void thatSomebodyMadeUpLeadsNowhere() throws Exception {
            String url = file("xml?url=true").at("/url");
            url = url.replaceFirst("files/.", url.contains("files/A") ? "files/B" : "files/A");
            var forged = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            assertEquals(404, forged.statusCode());
        }
    }

    @Nested
    class NotFoundIs {
        @Test
        void anUnknownScore() {
            assertEquals(404, client.get("/scores/" + "0".repeat(24)).status());
        }

        @Test
        void anUnknownRevision() {
            assertEquals(
                    404,
                    client.get("/scores/" + score + "/revisions/" + "0".repeat(24) + "/xml")
                            .status());
        }

        @Test
        void aFormatThatDoesNotExist() {
            assertEquals(404, file("docx").status());
        }
    }

    @Test
    void aFormatThatIsNotEmulatedYetSaysSo() {
        assertEquals(501, file("synchronizationPoints").status());
    }

    @Nested
    class Somebody {
        private final FlatClient stranger = FlatClient.of(fermata.flatUrl(), "another-token");
        private final FlatClient nobody = FlatClient.anonymous(fermata.flatUrl());

        private String shared(String privacy) {
            return client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", privacy))
                    .text();
        }

        @Test
        void elseMayNotReadAPrivateScore() {
            assertEquals(403, stranger.get("/scores/" + score).status());
            assertEquals(
                    403, nobody.get("/scores/" + score + "/revisions/last/xml").status());
        }

        @Test
        void withoutATokenMayReadAPublicOne() {
            String id = client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "public"))
                    .at("/id");
            assertEquals(200, nobody.get("/scores/" + id).status());
            assertEquals(
                    200,
                    nobody.get("/scores/" + id + "/revisions/last/thumbnail.png")
                            .status());
        }

        @Test
        void withTheKeyMayReadALinkedOne() {
            Answer created = client.post("/scores", Map.of("data", MusicXml.hello(), "privacy", "privateLink"));
            String path = "/scores/" + created.at("/id");
            assertEquals(403, stranger.get(path).status());
            assertEquals(
                    200,
                    stranger.get(path + "?sharingKey=" + created.at("/sharingKey"))
                            .status());
        }

        @Test
        void whoAsksForAnotherPrivacyIsRefused() {
            assertTrue(shared("secret").contains("privacy"));
        }
    }
}
