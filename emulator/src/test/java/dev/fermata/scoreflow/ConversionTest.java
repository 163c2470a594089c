package dev.fermata.scoreflow;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.BrokenPdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ScoreFlowClient;
import dev.fermata.testing.client.ScoreFlowClient.Form;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ScoreFlow, by the letter of its documentation. Time stands still unless a test moves it. */
class ConversionTest {
    private static final byte[] SIX_PAGES = SheetMusic.of("Six Pages").pages(6).pdf();
    private static final byte[] ONE_PAGE = SheetMusic.of("One Page").pages(1).pdf();

    private Fermata fermata;
    private ScoreFlowClient client;

    @BeforeEach
    void start() {
        start(FermataOptions.builder());
    }

    private void start(FermataOptions.Builder options) {
        fermata =
                Fermata.start(options.pace(Pace.REALISTIC).speed(0).credits(20).build());
        client = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
    }

    private void restart(FermataOptions.Builder options) {
        fermata.close();
        start(options);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private static Set<String> fields(Answer answer) {
        Set<String> names = new TreeSet<>();
        Iterator<String> iterator = answer.json().fieldNames();
        iterator.forEachRemaining(names::add);
        return names;
    }

    @Nested
    class ASubmission {
        @Test
        void isAnsweredAsTheDocumentationShows() {
            Answer queued = client.convert(SIX_PAGES, "midi");
            assertAll(
                    () -> assertEquals(202, queued.status(), queued.text()),
                    () -> assertEquals(
                            Set.of(
                                    "success",
                                    "conversionId",
                                    "status",
                                    "queueStatus",
                                    "message",
                                    "apiCreditsUsed",
                                    "apiCreditsRemaining",
                                    "timestamp"),
                            fields(queued)),
                    () -> assertTrue(queued.json().at("/success").asBoolean()),
                    () -> assertTrue(queued.at("/conversionId").matches("api_[0-9a-z]{8}_[0-9a-z]{5}")),
                    () -> assertEquals("queued", queued.at("/status")),
                    () -> assertEquals(
                            1, queued.json().at("/queueStatus/position").asInt()),
                    () -> assertEquals(
                            1, queued.json().at("/queueStatus/estimatedWait").asInt()),
                    () -> assertEquals(
                            "Conversion initiated. Use the status endpoint to check progress.", queued.at("/message")),
                    () -> assertTrue(
                            queued.at("/timestamp").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")));
        }

        @Test
        void costsOneCreditForUpToFivePagesRoundedUp() {
            assertEquals(
                    2,
                    client.convert(SIX_PAGES, "midi")
                            .json()
                            .at("/apiCreditsUsed")
                            .asInt());
            Answer second = client.convert(OddPdfs.blank(5), "musicxml");
            assertEquals(1, second.json().at("/apiCreditsUsed").asInt());
            assertEquals(17, second.json().at("/apiCreditsRemaining").asInt());
        }

        @Test
        void isRefusedWithoutAKey() {
            Answer refused = ScoreFlowClient.anonymous(fermata.scoreFlowUrl()).convert(ONE_PAGE, "midi");
            assertRefused(401, "Invalid or disabled API key", refused);
        }

        @ParameterizedTest
        @ValueSource(strings = {"invalid", "disabled"})
        void isRefusedWithAKeyThatIsNotGood(String key) {
            Answer refused = ScoreFlowClient.of(fermata.scoreFlowUrl(), key).convert(ONE_PAGE, "midi");
            assertRefused(401, "Invalid or disabled API key", refused);
        }

        @Test
        void isRefusedWithoutAFile() {
            assertRefused(400, "No PDF file provided", client.convert(new Form().text("type", "midi")));
        }

        @Test
        void isRefusedWithAnotherType() {
            assertRefused(400, "Invalid conversion type", client.convert(ONE_PAGE, "mp3"));
            assertRefused(400, "Invalid conversion type", client.convert(new Form().file("pdf", "a.pdf", ONE_PAGE)));
        }

        @Test
        void isRefusedWithAFileThatIsNoPdf() {
            assertRefused(400, "Only PDF files are accepted", client.convert(BrokenPdfs.notAPdf(), "midi"));
        }

        @Test
        void isRefusedWithAPdfThatCannotBeRead() {
            assertRefused(400, "The PDF file is password-protected", client.convert(OddPdfs.encrypted("x"), "midi"));
            assertRefused(400, "The PDF file is invalid", client.convert(BrokenPdfs.truncated(), "midi"));
            assertRefused(400, "The PDF file has no pages", client.convert(OddPdfs.withoutPages(), "midi"));
        }

        @Test
        void isRefusedBeyondTenMegabytesAndNotBefore() {
            int tenMegabytes = 10 << 20;
            assertEquals(
                    202, client.convert(OddPdfs.padded(tenMegabytes), "midi").status());
            Answer refused = client.convert(OddPdfs.padded(tenMegabytes + 1), "midi");
            assertEquals(400, refused.status());
            assertEquals("File too large. Maximum file size is 10MB", refused.at("/error"));
        }

        @Test
        void isRefusedWhenCreditsAreShort() {
            assertRefused(
                    402,
                    "Insufficient credits. Required: 21, Available: 20",
                    client.convert(OddPdfs.blank(101), "midi"));
        }

        @Test
        void isRefusedWhenTheQueueIsFull() {
            restart(FermataOptions.builder()
                    .scoreFlow(ScoreFlowOptions.defaults()
                            .withSubmissions(new RateLimit.Rule(1_000, Duration.ofMinutes(1)))));
            ScoreFlowClient[] customers = IntStream.range(0, 6)
                    .mapToObj(i -> ScoreFlowClient.of(fermata.scoreFlowUrl(), "key-" + i))
                    .toArray(ScoreFlowClient[]::new);
            for (int i = 0; i < 100; i++) {
                assertEquals(202, customers[i / 20].convert(ONE_PAGE, "midi").status());
            }
            Answer refused = customers[5].convert(ONE_PAGE, "midi");
            assertEquals(503, refused.status());
            assertEquals("All servers are busy. Please try again later.", refused.at("/error"));
        }

        private void assertRefused(int status, String error, Answer refused) {
            assertAll(
                    () -> assertEquals(status, refused.status(), refused.text()),
                    () -> assertEquals(error, refused.at("/error")),
                    () -> assertEquals(Set.of("error"), fields(refused)),
                    () -> assertEquals(0, fermata.world().documents().count(), "a refusal leaves nothing behind"),
                    () -> assertEquals(
                            20,
                            client.convert(ONE_PAGE, "midi")
                                            .json()
                                            .at("/apiCreditsRemaining")
                                            .asInt()
                                    + 1,
                            "a refusal costs nothing"));
            restart(FermataOptions.builder());
        }
    }

    @Nested
    class ItsStatus {
        @Test
        void isQueuedThenProcessingThenCompleted() {
            String id = client.convert(SIX_PAGES, "midi").at("/conversionId");
            Answer queued = client.status(id);
            fermata.clock().advance(Duration.ofSeconds(2));
            Answer processing = client.status(id);
            fermata.clock().advance(Duration.ofMinutes(2));
            Answer completed = client.status(id);
            assertAll(
                    () -> assertEquals("queued", queued.at("/status")),
                    () -> assertEquals("Your conversion is in the queue.", queued.at("/message")),
                    () -> assertEquals(Set.of("status", "queueStatus", "message"), fields(queued)),
                    () -> assertEquals("processing", processing.at("/status")),
                    () -> assertEquals("Your conversion is being processed.", processing.at("/message")),
                    () -> assertEquals(Set.of("status", "progress", "message"), fields(processing)),
                    () -> assertEquals("completed", completed.at("/status")),
                    () -> assertEquals(
                            "Conversion completed successfully. Ready for download.", completed.at("/message")),
                    () -> assertEquals(Set.of("status", "message"), fields(completed)));
        }

        @Test
        void tellsThePlaceInTheQueueWhichOnlyGetsBetter() {
            List<String> ids = IntStream.range(0, 8)
                    .mapToObj(i -> client.convert(SIX_PAGES, "midi").at("/conversionId"))
                    .toList();
            assertEquals(
                    List.of(1, 2, 3, 4, 5, 6, 7, 8),
                    ids.stream().map(this::position).toList());
            fermata.clock().advance(Duration.ofSeconds(2));
            assertEquals(
                    List.of(1, 2, 3, 4),
                    ids.subList(4, 8).stream().map(this::position).toList());
        }

        @Test
        void isFailedWithoutItsCreditsBack() {
            String id = client.convert(SIX_PAGES, "midi").at("/conversionId");
            fermata.world().scoreFlow().jobs().fail(fermata.world().job(id).orElseThrow(), Failure.GENERIC);
            Answer failed = client.status(id);
            assertAll(
                    () -> assertEquals("failed", failed.at("/status")),
                    () -> assertEquals("Conversion process encountered an error.", failed.at("/error")),
                    () -> assertEquals(Set.of("status", "error"), fields(failed)),
                    () -> assertEquals(
                            17,
                            client.convert(ONE_PAGE, "midi")
                                    .json()
                                    .at("/apiCreditsRemaining")
                                    .asInt()));
        }

        @Test
        void isNotFoundByAnybodyElse() {
            String id = client.convert(ONE_PAGE, "midi").at("/conversionId");
            ScoreFlowClient stranger = ScoreFlowClient.of(fermata.scoreFlowUrl(), "another-key");
            assertEquals(404, stranger.status(id).status());
            assertEquals(404, stranger.download(id).status());
        }

        private int position(String id) {
            return client.status(id).json().at("/queueStatus/position").asInt();
        }
    }

    @Nested
    class TheDownload {
        private Answer done(String type) {
            String id = client.convert(ONE_PAGE, type).at("/conversionId");
            fermata.clock().advance(Duration.ofMinutes(1));
            return client.download(id);
        }

        @Test
        void isMidi() throws Exception {
            Answer midi = done("midi");
            assertEquals("audio/midi", midi.header("Content-Type"));
            assertEquals("attachment; filename=\"One Page.mid\"", midi.header("Content-Disposition"));

            assertTrue(MidiSystem.getSequence(new ByteArrayInputStream(midi.bytes()))
                            .getTickLength()
                    > 0);
        }

        @Test
        void isNamedWithoutQuotesWhereTheNameIsAToken() {
            byte[] pdf = SheetMusic.of("Prelude").pages(1).pdf();
            String id = client.convert(pdf, "musicxml").at("/conversionId");
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals(
                    "attachment; filename=Prelude.musicxml", client.download(id).header("Content-Disposition"));
        }

        @Test
        void isMusicXml() {
            Answer xml = done("musicxml");
            assertEquals("application/vnd.recordare.musicxml+xml", xml.header("Content-Type"));
            assertTrue(xml.text().contains("<movement-title>One Page</movement-title>"), "no title");
        }

        @Test
        void isRefusedBeforeItIsCompleted() {
            String id = client.convert(ONE_PAGE, "midi").at("/conversionId");
            Answer early = client.download(id);
            assertAll(
                    () -> assertEquals(400, early.status()),
                    () -> assertEquals("Conversion not yet completed", early.at("/error")),
                    () -> assertEquals("queued", early.at("/currentStatus")));
        }

        @Test
        void isNotFoundWhenThereIsNone() {
            Answer unknown = client.download("api_00000000_00000");
            assertEquals(404, unknown.status());
            assertEquals("Conversion not found", unknown.at("/error"));
        }
    }

    @Nested
    class TheRateLimit {
        @Test
        void isSixtySubmissionsAMinuteAndDoesNotCountPolls() {
            for (int i = 0; i < 60; i++) {
                client.convert(new Form());
                client.status("api_00000000_00000");
            }
            assertEquals(429, client.convert(new Form()).status());
            assertEquals(404, client.status("api_00000000_00000").status());
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals(400, client.convert(new Form()).status());
        }

        @Test
        void ofADayIsOffUntilItIsAskedFor() {
            restart(FermataOptions.builder()
                    .scoreFlow(ScoreFlowOptions.defaults().withRequestsADay(2)));
            client.status("api_00000000_00000");
            client.status("api_00000000_00000");
            assertEquals(429, client.status("api_00000000_00000").status());
            fermata.clock().advance(Duration.ofDays(1));
            assertEquals(404, client.status("api_00000000_00000").status());
        }
    }
}
