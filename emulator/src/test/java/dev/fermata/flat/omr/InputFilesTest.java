package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.BrokenImages;
import dev.fermata.fixtures.MusicXml;
import dev.fermata.fixtures.SheetImages;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.fixtures.hostile.HostileImages;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into an OMR job, and what the capabilities tell of it beforehand. */
class InputFilesTest {
    private static final OmrLimits LIMITS = new OmrLimits(3, 8, 2, 4 << 20, 12);

    private static Fermata fermata;
    private static FlatClient client;
    private static OmrClient omr;

    @BeforeAll
    static void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.INSTANT)
                .credits(1_000)
                .flat(FlatOptions.defaults().withOmr(LIMITS))
                .build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    static Stream<Arguments> sheets() {
        return Stream.of(
                Arguments.of(
                        "application/pdf",
                        "pdf",
                        2,
                        SheetMusic.of("Two").pages(2).pdf()),
                Arguments.of("image/png", "png", 1, SheetImages.png()),
                Arguments.of("image/jpeg", "jpg", 1, SheetImages.jpeg()),
                Arguments.of("image/bmp", "bmp", 1, SheetImages.bmp()),
                Arguments.of("image/tiff", "tif", 3, SheetImages.tiff(3)),
                Arguments.of("image/gif", "gif", 4, SheetImages.gif(4)),
                Arguments.of("image/webp", "webp", 1, SheetImages.webp()),
                Arguments.of("image/webp", "webp", 5, SheetImages.webp(5)),
                Arguments.of("image/heic", "heic", 1, SheetImages.heic()));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void areToldByContentCountedByPageAndGivenBack(String type, String extension, int pages, byte[] file) {
        int before = omr.credits();
        Answer job = omr.oneShot(file, Map.of("files", List.of(OmrClient.file(file, "scan.docx"))));
        Answer back = omr.file(job, 0);
        assertAll(
                () -> assertEquals(202, job.status(), job.text()),
                () -> assertEquals(type, job.at("/originalFileMetadata/mimeType")),
                () -> assertEquals(extension, job.at("/originalFileMetadata/fileExtension")),
                () -> assertEquals("" + pages, job.at("/originalFileMetadata/numberOfPages")),
                () -> assertEquals("" + pages, job.at("/estimatedCredits")),
                () -> assertEquals(before - pages, omr.credits()),
                () -> assertEquals("done", omr.get(job).at("/status")),
                () -> assertEquals(type, back.header("Content-Type")),
                () -> assertArrayEquals(file, back.bytes()),
                () -> assertEquals(200, omr.export(job, "thumbnail.png").status()),
                () -> assertEquals(200, omr.export(job, "musicxml").status()));
    }

    @Test
    void areTakenInAllTypesThatTheCapabilitiesTellAndNoOthers() {
        Set<String> taken =
                sheets().map(sheet -> String.valueOf(sheet.get()[0])).collect(Collectors.toSet());
        JsonNode told = client.get("/omr/capabilities").json();
        assertEquals(taken, Set.copyOf(texts(told.at("/acceptedMimeTypes"))));
        assertTrue(texts(told.at("/acceptedExtensions"))
                .containsAll(List.of(".pdf", ".jpg", ".jpeg", ".tif", ".tiff", ".heic", ".heif")));
        for (byte[] other : List.of(
                MusicXml.hello().getBytes(StandardCharsets.UTF_8),
                "hello".getBytes(StandardCharsets.UTF_8),
                new byte[] {'M', 'T', 'h', 'd'})) {
            assertEquals(400, omr.oneShot(other, Map.of()).status());
        }
    }

    @Test
    void areRefusedWhenTheyHaveMorePagesThanAnybodyCounts() {
        int before = omr.credits();
        for (int pages : List.of(9, 10_001, 20_000)) {
            assertEquals(
                    400, omr.oneShot(HostileImages.longGif(pages), Map.of()).status());
        }
        assertEquals(before, omr.credits());
    }

    @Test
    void thatAreDamagedFailTheirJob() {
        int before = omr.credits();
        Answer job = omr.oneShot(BrokenImages.truncated(SheetImages.png()), Map.of());
        assertEquals("CORRUPTED_FILE", omr.get(job).at("/errorCode"), job.text());
        assertEquals(before, omr.credits());
    }

    @Nested
    class TheCapabilities {
        @Test
        void tellWhatIsEnforced() {
            Answer told = client.get("/omr/capabilities");
            assertAll(
                    () -> assertEquals("3", told.at("/maxFiles")),
                    () -> assertEquals("8", told.at("/maxPages")),
                    () -> assertEquals("2", told.at("/maxParallelJobs")),
                    () -> assertEquals("" + (4 << 20), told.at("/maxFileSize")),
                    () -> assertEquals("12", told.at("/retentionDays")),
                    () -> assertEquals("1", told.at("/costPerPage")),
                    () -> assertEquals(List.of("details"), texts(told.json().at("/steps"))),
                    () -> assertEquals(
                            List.of("library", "musicxml"), texts(told.json().at("/outputs"))),
                    () -> assertEquals("" + omr.credits(), told.at("/remainingCredits")));
        }

        @Test
        void sortTheirLocalesByCodeAndByName() {
            JsonNode told = client.get("/omr/capabilities").json();
            List<String> codes = texts(told.at("/locales"));
            List<String> names = StreamSupport.stream(told.at("/localesDetails").spliterator(), false)
                    .map(locale -> locale.at("/name").asText())
                    .toList();
            assertEquals(codes.stream().sorted().toList(), codes);
            assertEquals(names.stream().sorted().toList(), names);
            assertEquals(codes.size(), names.size());
        }

        @Test
        void needNoTokenAndTellTheFreePlanThen() {
            try (Fermata usual = Fermata.start();
                    Fermata free = Fermata.start(
                            FermataOptions.builder().plan(Plan.FREE).build())) {
                Answer anonymous = FlatClient.anonymous(usual.flatUrl()).get("/omr/capabilities");
                Answer withFreePlan = FlatClient.of(free.flatUrl(), "t").get("/omr/capabilities");
                assertAll(
                        () -> assertEquals(200, anonymous.status()),
                        () -> assertEquals("", anonymous.at("/remainingCredits")),
                        () -> assertEquals("1000", withFreePlan.at("/remainingCredits")),
                        () -> assertEquals(withFreePlan.at("/maxPages"), anonymous.at("/maxPages")),
                        () -> assertEquals(withFreePlan.at("/maxParallelJobs"), anonymous.at("/maxParallelJobs")));
            }
        }

        @Test
        void refuseABadTokenAllTheSame() {
            assertEquals(
                    401,
                    FlatClient.of(fermata.flatUrl(), "invalid")
                            .get("/omr/capabilities")
                            .status());
        }

        @Test
        void askForNoScope() {
            try (Fermata other = Fermata.start(FermataOptions.builder()
                    .token("elsewhere", List.of("collections"))
                    .build())) {
                assertEquals(
                        200,
                        FlatClient.of(other.flatUrl(), "elsewhere")
                                .get("/omr/capabilities")
                                .status());
            }
        }

        @Test
        void leaveTheLibraryOutForATokenThatMayNotMakeScores() {
            try (Fermata other = Fermata.start(
                    FermataOptions.builder().token("narrow", List.of("omr")).build())) {
                JsonNode told = FlatClient.of(other.flatUrl(), "narrow")
                        .get("/omr/capabilities")
                        .json();
                assertEquals(List.of("musicxml"), texts(told.at("/outputs")));
            }
        }
    }
}
