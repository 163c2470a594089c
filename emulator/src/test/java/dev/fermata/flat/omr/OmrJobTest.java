package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.BrokenPdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.job.Job;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flat's OMR jobs, from the draft to the erasure. Time stands still unless a test moves it. */
class OmrJobTest {
    private static final byte[] PDF =
            SheetMusic.of("Patience").composer("Nobody").pages(2).pdf();
    private static final byte[] OTHER =
            SheetMusic.of("La patience — 忍耐").pages(1).pdf();

    private Fermata fermata;
    private FlatClient client;
    private OmrClient omr;

    @BeforeEach
    void start() {
        start(standingStill());
    }

    private void start(FermataOptions.Builder options) {
        fermata = Fermata.start(options.build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
    }

    private void restart(FermataOptions.Builder options) {
        stop();
        start(options);
    }

    private static FermataOptions.Builder standingStill() {
        return FermataOptions.builder().pace(Pace.REALISTIC).speed(0).credits(10);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer done(Answer job) {
        fermata.clock().advance(Duration.ofMinutes(1));
        Answer done = omr.get(job);
        assertEquals("done", done.at("/status"), done.text());
        return done;
    }

    private void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(code, answer.at("/code"), answer.text());
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(fermata.world().documents().folder())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Nested
    class AOneShot {
        @Test
        void isProcessingAtFirst() {
            Answer job = omr.oneShot(PDF, Map.of());
            assertAll(
                    () -> assertEquals(202, job.status(), job.text()),
                    () -> assertTrue(job.at("/id").matches("[0-9a-f]{24}"), job.text()),
                    () -> assertEquals("processing", job.at("/status")),
                    () -> assertEquals("musicxml", job.at("/output")),
                    () -> assertEquals("OMR_QUEUED", job.at("/progress/key")),
                    () -> assertEquals("2", job.at("/estimatedCredits")),
                    () -> assertEquals("2", job.at("/originalFileMetadata/numberOfPages")),
                    () -> assertEquals("application/pdf", job.at("/originalFileMetadata/mimeType")),
                    () -> assertEquals(8, omr.credits()));
        }

        @Test
        void goesThroughEachPageToItsEnd() {
            Answer job = omr.oneShot(PDF, Map.of());
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                fermata.clock().advance(Duration.ofMillis(100));
                Answer now = omr.get(job);
                String sight = now.at("/status") + " " + now.at("/progress/key") + " " + now.at("/progress/text");
                if (!seen.contains(sight)) {
                    seen.add(sight);
                }
            }
            assertEquals(
                    List.of(
                            "processing OMR_QUEUED Waiting to be processed",
                            "processing OMR_PROCESSING_PAGE Processing page 1 of 2",
                            "processing OMR_PROCESSING_PAGE Processing page 2 of 2",
                            "processing OMR_CREATING_SCORE Creating the score",
                            "done  "),
                    seen);
        }

        @Test
        void tellsItsResultWhenItIsDone() {
            Answer done = done(omr.oneShot(PDF, Map.of()));
            assertAll(
                    () -> assertEquals(
                            List.of("musicxml", "mxl", "midi", "thumbnail.png"),
                            StreamSupport.stream(
                                            done.json().at("/result/exports").spliterator(), false)
                                    .map(format -> format.asText())
                                    .toList()),
                    () -> assertEquals("", done.at("/result/score"), "no score is made"),
                    () -> assertEquals("32", done.at("/importedMetadata/numberMeasures")),
                    () -> assertFalse(
                            done.json().at("/importedMetadata/instruments").isEmpty()),
                    () -> assertEquals("", done.at("/progress/key")));
        }

        @Test
        void makesAScoreForTheLibrary() {
            Answer job = omr.oneShot(PDF, Map.of("output", "library"));
            assertEquals(202, job.status(), job.text());
            Answer done = done(job);
            Answer score = client.get("/scores/" + done.at("/result/score"));
            assertAll(
                    () -> assertEquals("Patience", score.at("/title"), done.text()),
                    () -> assertEquals("", done.at("/retention/expiryDate"), "a library import is not erased"),
                    () -> assertEquals(200, omr.export(job, "musicxml").status()));
        }

        @Test
        void putsItsScoreIntoTheAppsCollectionWhenThatIsGoneBefore() {
            String collection =
                    client.post("/collections", Map.of("title", "Gone")).at("/id");
            Answer job = omr.oneShot(PDF, Map.of("output", "library", "collection", collection));
            client.delete("/collections/" + collection);
            String score = done(job).at("/result/score");
            assertEquals(List.of(score), client.get("/collections/app/scores").each("/id"));
        }

        @Test
        void putsItsScoreIntoTheCollectionThatItNames() {
            String collection =
                    client.post("/collections", Map.of("title", "Imports")).at("/id");
            Answer job = omr.oneShot(PDF, Map.of("output", "library", "collection", collection));
            Answer elsewhere = omr.oneShot(PDF, Map.of("output", "library", "collection", "0".repeat(24)));
            String score = done(job).at("/result/score");
            assertAll(
                    () -> assertEquals(404, elsewhere.status(), elsewhere.text()),
                    () -> assertEquals(
                            List.of(score),
                            client.get("/collections/" + collection + "/scores").each("/id")),
                    () -> assertEquals(
                            202,
                            omr.oneShot(PDF, Map.of("collection", "nowhere")).status(),
                            "only a score for the library needs one"));
        }

        @Test
        void isForTheLibraryUnlessItSaysOtherwise() {
            Answer job = client.post("/omr/jobs", Map.of());
            assertEquals("library", job.at("/output"), job.text());
        }

        @Test
        void withTheSameKeyIsTheSameJob() {
            Map<String, String> key = Map.of("idempotencyKey", "once");
            Answer first = omr.oneShot(PDF, key);
            Answer again = omr.oneShot(OTHER, key);
            assertAll(
                    () -> assertEquals(202, again.status(), again.text()),
                    () -> assertEquals(first.at("/id"), again.at("/id")),
                    () -> assertEquals(8, omr.credits()),
                    () -> assertEquals(1, fermata.world().documents().count(), "the second file was kept"));
        }

        @Test
        void withTheSameKeyIsTheSameJobInARaceToo() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<Answer>> calls = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    calls.add(() -> omr.oneShot(PDF, Map.of("idempotencyKey", "race")));
                }
                List<String> ids = new ArrayList<>();
                for (Future<Answer> call : threads.invokeAll(calls)) {
                    ids.add(call.get().at("/id"));
                }
                assertEquals(1, ids.stream().distinct().count(), ids.toString());
                assertEquals(8, omr.credits());
                omr.cancel(omr.oneShot(PDF, Map.of("idempotencyKey", "race")));
            } finally {
                threads.shutdown();
            }
        }

        @Test
        void ofAnotherAccountWithTheSameKeyIsAnother() {
            Answer mine = omr.oneShot(PDF, Map.of("idempotencyKey", "k"));
            OmrClient other = new OmrClient(FlatClient.of(fermata.flatUrl(), "other-token"));
            assertNotEquals(
                    mine.at("/id"),
                    other.oneShot(PDF, Map.of("idempotencyKey", "k")).at("/id"));
        }

        @Test
        void mayStillSendAMimeType() {
            Map<String, String> file = new HashMap<>(OmrClient.file(PDF, "a.jpg"));
            file.put("mimeType", "image/jpeg");
            Answer job = omr.oneShot(PDF, Map.of("files", List.of(file)));
            assertEquals("application/pdf", job.at("/originalFileMetadata/mimeType"), job.text());
        }

        @Test
        void echoesWhatItWasAskedFor() {
            Answer job = omr.oneShot(
                    PDF,
                    Map.of("locales", List.of("ja", "en"), "autoRotate", true, "interactiveSteps", List.of("details")));
            assertAll(
                    () -> assertEquals("ja", job.at("/locales/0"), job.text()),
                    () -> assertEquals("true", job.at("/autoRotate")),
                    () -> assertEquals("details", job.at("/interactiveSteps/0")));
        }
    }

    @Nested
    class IsRefused {
        private void leavesNothingBehind() throws IOException {
            assertEquals(0, fermata.world().documents().count());
            assertEquals(0, filesOnDisk());
            assertEquals(List.of(), client.get("/omr/jobs").each("/id"));
            assertEquals(10, omr.credits());
            assertEquals(1, omr.history().json().size());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"autoStart\": true}",
                    "{\"files\": [], \"autoStart\": true}",
                    "{\"files\": [{}]}",
                    "{\"files\": [null]}",
                    "{\"files\": [{\"file\": \"\"}]}",
                    "{\"files\": [{\"file\": \"no base64\"}]}",
                    "{\"files\": [{\"file\": \"aGVsbG8=\"}]}",
                    "{\"files\": {}}",
                    "{\"output\": \"pdf\"}",
                    "{\"interactiveSteps\": [\"dance\"]}",
                    "{\"locales\": [\"not a locale\"]}",
                    "{\"locales\": [null]}",
                    "{\"idempotencyKey\": \"\"}",
                    "[]",
                    "null",
                    "",
                    "{"
                })
        void forABodyThatMakesNoSense(String body) throws IOException {
            assertRefused(400, "CLIENT_ERROR", client.postText("/omr/jobs", body));
            leavesNothingBehind();
        }

        @Test
        void withoutEnoughCredits() throws IOException {
            Answer refused = omr.oneShot(SheetMusic.of("Long").pages(11).pdf(), Map.of());
            assertRefused(402, "OMR_CREDITS_EXHAUSTED", refused);
            leavesNothingBehind();
        }

        @Test
        void forWantOfCreditsAndTakesNoRoomForScores() {
            restart(standingStill().plan(Plan.FREE).credits(0));
            for (int i = 0; i < Plan.FREE.mostScores(); i++) {
                assertRefused(402, "OMR_CREDITS_EXHAUSTED", omr.oneShot(PDF, Map.of("output", "library")));
            }
            String me = client.get("/me").at("/id");
            Instant now = fermata.clock().instant();
            fermata.world().flat().accounts().ledger(me).grant(10, now);
            assertEquals(202, omr.oneShot(PDF, Map.of("output", "library")).status());
        }

        @Test
        void whileAnotherAwaitsItsClientAndNoMoreMayRun() {
            restart(standingStill().flat(FlatOptions.defaults().withOmr(new OmrLimits(20, 100, 1, 50 << 20, 30))));
            Answer job = omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details")));
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals("awaitingInput", omr.get(job).at("/status"));
            assertRefused(429, "OMR_TOO_MANY_JOBS", omr.oneShot(PDF, Map.of()));
            omr.cancel(job);
            assertEquals(202, omr.oneShot(PDF, Map.of()).status());
        }

        @Test
        void byAPlanWithoutIt() throws IOException {
            restart(standingStill().plan(Plan.NO_OMR));
            assertRefused(402, "SCORE_IMPORT_OMR_NOT_SUPPORTED", omr.oneShot(PDF, Map.of()));
            leavesNothingBehind();
        }

        @Test
        void forALibraryWithoutTheScopeScores() {
            restart(standingStill().token("narrow", List.of("omr")));
            OmrClient narrow = new OmrClient(FlatClient.of(fermata.flatUrl(), "narrow"));
            assertEquals(403, narrow.oneShot(PDF, Map.of("output", "library")).status());
            assertEquals(202, narrow.oneShot(PDF, Map.of()).status());
        }

        @Test
        void beyondTheLimitsThatTheCapabilitiesTell() throws IOException {
            var limits = new OmrLimits(2, 3, 1, PDF.length, 7);
            restart(standingStill().flat(FlatOptions.defaults().withOmr(limits)));
            List<Map<String, String>> three =
                    List.of(OmrClient.file(OTHER, ""), OmrClient.file(OTHER, ""), OmrClient.file(OTHER, ""));
            List<Map<String, String>> fourPages = List.of(OmrClient.file(PDF, ""), OmrClient.file(PDF, ""));
            byte[] large = OddPdfs.padded(PDF.length + 1);
            assertAll(
                    () -> assertRefused(400, "CLIENT_ERROR", omr.oneShot(PDF, Map.of("files", three))),
                    () -> assertRefused(400, "CLIENT_ERROR", omr.oneShot(PDF, Map.of("files", fourPages))),
                    () -> assertRefused(413, "CLIENT_ERROR", omr.oneShot(large, Map.of())));
            leavesNothingBehind();
            assertEquals(202, omr.oneShot(PDF, Map.of()).status());
            Answer second = omr.oneShot(PDF, Map.of());
            assertRefused(429, "OMR_TOO_MANY_JOBS", second);
            assertEquals(8, omr.credits());
            fermata.clock().advance(Duration.ofMinutes(1));
            assertEquals(202, omr.oneShot(PDF, Map.of()).status(), "the first has ended");
        }
    }

    @Nested
    class ADraft {
        @Test
        void takesFilesInTheirOrder() {
            Answer draft = omr.draft(Map.of());
            Answer first = omr.add(draft, PDF, "one.pdf");
            Answer second = omr.add(draft, OTHER, "two.pdf");
            Answer now = omr.get(draft);
            assertAll(
                    () -> assertEquals(201, draft.status(), draft.text()),
                    () -> assertEquals("draft", draft.at("/status")),
                    () -> assertEquals("0", draft.at("/estimatedCredits")),
                    () -> assertEquals("0", first.at("/fileIndex"), first.text()),
                    () -> assertEquals("1", second.at("/fileIndex")),
                    () -> assertEquals("2", second.at("/fileCount")),
                    () -> assertEquals("3", now.at("/estimatedCredits")),
                    () -> assertEquals("one.pdf", now.at("/originalFileMetadata/filename")),
                    () -> assertArrayEquals(PDF, omr.file(draft, 0).bytes()),
                    () -> assertArrayEquals(OTHER, omr.file(draft, 1).bytes()),
                    () -> assertEquals("application/pdf", omr.file(draft, 1).header("Content-Type")),
                    () -> assertEquals(404, omr.file(draft, 2).status()),
                    () -> assertEquals(
                            404,
                            client.get("/omr/jobs/" + draft.at("/id") + "/files/x")
                                    .status()),
                    () -> assertEquals(10, omr.credits(), "nothing is charged for a draft"));
        }

        @Test
        void mayComeWithItsFiles() {
            Answer draft = omr.draft(Map.of("files", List.of(OmrClient.file(PDF, ""))));
            assertEquals(201, draft.status(), draft.text());
            assertEquals("2", draft.at("/estimatedCredits"));
        }

        @Test
        void isStartedAndCharged() {
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "");
            omr.add(draft, OTHER, "");
            Answer started = omr.start(draft);
            assertAll(
                    () -> assertEquals(202, started.status(), started.text()),
                    () -> assertEquals("processing", started.at("/status")),
                    () -> assertEquals("3", started.at("/estimatedCredits")),
                    () -> assertEquals(7, omr.credits()),
                    () -> assertEquals("48", done(draft).at("/importedMetadata/numberMeasures")));
        }

        @Test
        void startsWithAnEmptyObjectForABody() {
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "");
            assertEquals(
                    202,
                    client.post("/omr/jobs/" + draft.at("/id") + "/start", Map.of())
                            .status());
        }

        @Test
        void withoutFilesDoesNotStart() {
            assertRefused(400, "CLIENT_ERROR", omr.start(omr.draft(Map.of())));
        }

        @Test
        void withoutCreditsDoesNotStartAndStaysADraft() {
            restart(standingStill().credits(1));
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "");
            assertRefused(402, "OMR_CREDITS_EXHAUSTED", omr.start(draft));
            assertEquals("draft", omr.get(draft).at("/status"));
            assertEquals(1, omr.credits());
        }

        @Test
        void startsOnce() {
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "");
            omr.start(draft);
            assertRefused(409, "OMR_JOB_NOT_DRAFT", omr.start(draft));
            assertEquals(8, omr.credits());
        }

        @Test
        void takesNoMoreFilesOnceItRuns() throws IOException {
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "");
            omr.start(draft);
            assertRefused(409, "OMR_JOB_NOT_DRAFT", omr.add(draft, OTHER, ""));
            assertEquals(1, filesOnDisk());
        }

        @Test
        void isNotFinishedByHand() {
            Answer draft = omr.draft(Map.of());
            fermata.world()
                    .flat()
                    .jobs()
                    .finish(fermata.world().job(draft.at("/id")).orElseThrow());
            assertEquals("draft", omr.get(draft).at("/status"));
        }

        @Test
        void isForgottenByNobody() {
            Answer draft = omr.draft(Map.of());
            assertEquals(
                    List.of(draft.at("/id")),
                    client.get("/omr/jobs?status=draft").each("/id"));
        }
    }

    @Nested
    class AFileThatCannotBeReadFailsItsJob {
        private void assertFails(byte[] file, String code) {
            Answer job = omr.oneShot(file, Map.of());
            assertEquals(202, job.status(), job.text());
            assertEquals(9, omr.credits());
            fermata.clock().advance(Duration.ofMinutes(1));
            Answer failed = omr.get(job);
            assertAll(
                    () -> assertEquals("error", failed.at("/status"), failed.text()),
                    () -> assertEquals(code, failed.at("/errorCode")),
                    () -> assertFalse(failed.at("/errorMessage").isEmpty()),
                    () -> assertEquals(10, omr.credits(), "its credits come back by themselves"),
                    () -> assertEquals("canceled", omr.history().at("/0/state")));
        }

        @Test
        void asEncrypted() {
            assertFails(OddPdfs.encrypted("secret"), "ENCRYPTED_PDF");
        }

        @Test
        void asCorrupted() {
            assertFails(BrokenPdfs.truncated(), "CORRUPTED_FILE");
        }

        @Test
        void atThePageOfTheFileAndNotBefore() {
            restart(standingStill().pace(Pace.POLLS));
            Answer job = omr.draft(Map.of());
            omr.add(job, PDF, "");
            omr.add(job, OddPdfs.encrypted("secret"), "");
            omr.start(job);
            assertAll(
                    () -> assertEquals("Processing page 1 of 3", omr.get(job).at("/progress/text")),
                    () -> assertEquals("Processing page 2 of 3", omr.get(job).at("/progress/text")),
                    () -> assertEquals("Processing page 3 of 3", omr.get(job).at("/progress/text")),
                    () -> assertEquals("ENCRYPTED_PDF", omr.get(job).at("/errorCode")));
        }

        @Test
        void asEmpty() {
            assertFails(OddPdfs.withoutPages(), "NO_MUSIC_DETECTED");
        }
    }

    @Nested
    class TheExports {
        @Test
        void haveTheirTypesAndNames() {
            Answer job = omr.oneShot(OTHER, Map.of());
            done(job);
            assertAll(
                    () -> assertExport(job, "musicxml", "application/vnd.recordare.musicxml+xml", ".xml"),
                    () -> assertExport(job, "mxl", "application/vnd.recordare.musicxml", ".mxl"),
                    () -> assertExport(job, "midi", "audio/midi", ".mid"),
                    () -> assertExport(job, "thumbnail.png", "image/png", ".png"));
        }

        private void assertExport(Answer job, String format, String type, String extension) {
            Answer export = omr.export(job, format);
            assertEquals(200, export.status(), export.text());
            assertEquals(type, export.header("Content-Type"));
            assertEquals(
                    "attachment; filename=\"La patience _ __" + extension
                            + "\"; filename*=UTF-8''La%20patience%20%E2%80%94%20%E5%BF%8D%E8%80%90" + extension,
                    export.header("Content-Disposition"));
        }

        @Test
        void are409BeforeTheJobIsDone() {
            assertRefused(409, "OMR_JOB_NOT_DONE", omr.export(omr.oneShot(PDF, Map.of()), "musicxml"));
        }

        @Test
        void are404InAFormatThatTheJobHasNot() {
            Answer job = omr.oneShot(PDF, Map.of());
            done(job);
            assertEquals(404, omr.export(job, "mp3").status());
        }
    }

    @Nested
    class Canceling {
        @Test
        void aDraftCostsNothing() {
            Answer canceled = omr.cancel(omr.draft(Map.of()));
            assertEquals(200, canceled.status(), canceled.text());
            assertEquals("canceled", canceled.at("/status"));
        }

        @Test
        void aRunningJobGivesItsCreditsBackOnce() {
            Answer job = omr.oneShot(PDF, Map.of());
            assertAll(
                    () -> assertEquals("canceled", omr.cancel(job).at("/status")),
                    () -> assertEquals(200, omr.cancel(job).status()),
                    () -> assertEquals(10, omr.credits()),
                    () -> assertEquals("canceled", omr.history().at("/0/state")));
        }

        @Test
        void aJobThatHasEndedIsRefused() {
            Answer job = omr.oneShot(PDF, Map.of());
            done(job);
            assertRefused(409, "OMR_JOB_ENDED", omr.cancel(job));
            assertEquals(8, omr.credits());
        }

        @Test
        void againstTheEndOfTheJobIsWonByOneOfThem() throws Exception {
            restart(standingStill().credits(1_000).pace(Pace.MANUAL));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (int i = 0; i < 50; i++) {
                    Answer job = omr.oneShot(OTHER, Map.of());
                    Job engine = fermata.world().job(job.at("/id")).orElseThrow();
                    int before = omr.credits();
                    Future<?> finish =
                            threads.submit(() -> fermata.world().flat().jobs().finish(engine));
                    List<Future<Answer>> cancels =
                            List.of(threads.submit(() -> omr.cancel(job)), threads.submit(() -> omr.cancel(job)));
                    finish.get();
                    for (Future<Answer> cancel : cancels) {
                        cancel.get();
                    }
                    int back = omr.get(job).at("/status").equals("canceled") ? 1 : 0;
                    assertEquals(before + back, omr.credits());
                }
            } finally {
                threads.shutdown();
            }
        }

        @Test
        void makesRoomForTheNext() {
            restart(standingStill().plan(Plan.FREE));
            Answer first = omr.oneShot(PDF, Map.of("output", "library"));
            assertRefused(429, "OMR_TOO_MANY_JOBS", omr.oneShot(PDF, Map.of("output", "library")));
            omr.cancel(first);
            assertEquals(202, omr.oneShot(PDF, Map.of("output", "library")).status());
        }
    }

    @Nested
    class ItsDataIs {
        private final Duration thirtyDays = Duration.ofDays(30);

        @Test
        void erasedOnDemand() throws IOException {
            Answer job = omr.oneShot(PDF, Map.of());
            done(job);
            Answer erased = omr.delete(job);
            assertAll(
                    () -> assertEquals(200, erased.status(), erased.text()),
                    () -> assertEquals("done", erased.at("/status")),
                    () -> assertEquals("", erased.at("/result/exports/0")),
                    () -> assertFalse(erased.at("/retention/expiredDate").isEmpty()),
                    () -> assertEquals(erased.at("/retention/expiredDate"), erased.at("/modificationDate")),
                    () -> assertRefused(409, "OMR_JOB_EXPIRED", omr.export(job, "musicxml")),
                    () -> assertRefused(409, "OMR_JOB_EXPIRED", omr.file(job, 0)),
                    () -> assertEquals(0, filesOnDisk()),
                    () -> assertEquals(erased.text(), omr.delete(job).text(), "again changes nothing"),
                    () -> assertEquals(8, omr.credits(), "erasing gives no credits back"),
                    () -> assertEquals(
                            List.of(job.at("/id")),
                            client.get("/omr/jobs?expired=true").each("/id")),
                    () -> assertEquals(
                            List.of(), client.get("/omr/jobs?expired=false").each("/id")));
        }

        @Test
        void notErasedWhileItRuns() {
            assertRefused(409, "OMR_JOB_IN_PROGRESS", omr.delete(omr.draft(Map.of())));
            assertRefused(409, "OMR_JOB_IN_PROGRESS", omr.delete(omr.oneShot(PDF, Map.of())));
        }

        @Test
        void notErasedFromTheLibrary() {
            Answer job = omr.oneShot(PDF, Map.of("output", "library"));
            done(job);
            assertRefused(409, "OMR_JOB_NOT_EXPIRABLE", omr.delete(job));
        }

        @Test
        void erasedAtItsDeadline() throws IOException {
            Answer job = omr.oneShot(PDF, Map.of());
            String deadline = job.at("/retention/expiryDate");
            done(job);
            fermata.clock().setTo(Instant.parse(deadline).minusMillis(1));
            assertEquals(200, omr.export(job, "midi").status());
            assertEquals(1, filesOnDisk());
            fermata.clock().advance(Duration.ofMillis(1));
            assertEquals(0, filesOnDisk(), "the move of the clock deletes the bytes");
            Answer expired = omr.get(job);
            assertAll(
                    () -> assertEquals("done", expired.at("/status")),
                    () -> assertEquals(deadline, expired.at("/retention/expiredDate")),
                    () -> assertRefused(409, "OMR_JOB_EXPIRED", omr.export(job, "midi")),
                    () -> assertRefused(409, "OMR_JOB_EXPIRED", omr.file(job, 0)));
        }

        @Test
        void erasedByTheNextCallOfARunningClock() throws IOException {
            restart(standingStill().pace(Pace.INSTANT).speed(1_000_000));
            Answer job = omr.oneShot(PDF, Map.of());
            String deadline = job.at("/retention/expiryDate");
            while (fermata.clock().instant().isBefore(Instant.parse(deadline))) {
                Thread.onSpinWait();
            }
            assertEquals(200, client.get("/me").status());
            assertEquals(0, filesOnDisk());
        }

        @Test
        void erasedWithAnUnfinishedJobWhichIsCanceledThen() {
            restart(standingStill().pace(Pace.MANUAL));
            Answer running = omr.oneShot(PDF, Map.of());
            Answer draft = omr.draft(Map.of());
            fermata.clock().advance(thirtyDays);
            assertAll(
                    () -> assertEquals("canceled", omr.get(running).at("/status")),
                    () -> assertEquals("canceled", omr.get(draft).at("/status")),
                    () -> assertEquals(10, omr.credits()),
                    () -> assertRefused(409, "OMR_JOB_NOT_DRAFT", omr.add(draft, PDF, "")),
                    () -> assertEquals(200, omr.delete(draft).status()));
        }

        @Test
        void erasedOnceThoughItIsAskedForTwice() {
            Answer first = omr.oneShot(PDF, Map.of());
            done(first);
            Answer second = omr.oneShot(PDF, Map.of());
            omr.delete(first);
            omr.delete(first);
            assertArrayEquals(PDF, omr.file(second, 0).bytes());
            fermata.clock().setTo(Instant.parse(first.at("/retention/expiryDate")));
            assertArrayEquals(PDF, omr.file(second, 0).bytes(), "its own deadline is a minute later");
        }

        @Test
        void goneWithTheCreditsOfAJobThatWasNeverReviewed() {
            Answer job = omr.oneShot(PDF, Map.of("interactiveSteps", List.of("details")));
            fermata.clock().setTo(Instant.parse(job.at("/retention/expiryDate")));
            assertEquals("canceled", omr.get(job).at("/status"));
            assertEquals(10, omr.credits());
        }

        @Test
        void notBroughtBackByALatePoll() {
            restart(standingStill().pace(Pace.POLLS));
            Answer job = omr.oneShot(OTHER, Map.of());
            omr.get(job);
            fermata.clock().advance(thirtyDays);
            assertEquals("canceled", omr.get(job).at("/status"));
            assertEquals("canceled", omr.waitFor(job, 25).at("/status"));
            assertEquals(10, omr.credits());
        }

        @Test
        void keptForAnotherJobThatReadsTheSameFile() throws IOException {
            Answer first = omr.oneShot(PDF, Map.of());
            done(first);
            Answer second = omr.oneShot(PDF, Map.of());
            omr.delete(first);
            assertEquals(1, filesOnDisk());
            assertArrayEquals(PDF, omr.file(second, 0).bytes());
        }
    }

    @Nested
    class TheList {
        @Test
        void isPagedInBothDirections() {
            List<String> newestFirst = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                newestFirst.add(0, omr.draft(Map.of()).at("/id"));
            }
            List<Answer> forward = client.pages("/omr/jobs?limit=1&status=draft", "next");
            String last = forward.get(1).link("next").replace(fermata.flatUrl().toString(), "");
            List<String> back = idsOn(client.pages(last, "previous"));
            Collections.reverse(back);
            assertEquals(newestFirst, idsOn(forward));
            assertEquals(newestFirst, back);
        }

        private List<String> idsOn(List<Answer> pages) {
            return new ArrayList<>(
                    pages.stream().flatMap(page -> page.each("/id").stream()).toList());
        }

        @Test
        void refusesTheCursorOfAnotherList() {
            omr.draft(Map.of());
            omr.draft(Map.of());
            String cursor = client.get("/omr/jobs?limit=1").link("next").replaceFirst(".*next=", "next=");
            assertAll(
                    () -> assertEquals(200, client.get("/omr/jobs?" + cursor).status()),
                    () -> assertRefused(400, "CLIENT_ERROR", client.get("/omr/jobs?status=draft&" + cursor)),
                    () -> assertRefused(400, "CLIENT_ERROR", client.get("/billing/credits/history?" + cursor)));
        }

        @Test
        void holdsNoImportsAndNobodyElsesJobs() {
            client.importPdf(PDF, Map.of());
            new OmrClient(FlatClient.of(fermata.flatUrl(), "other-token")).draft(Map.of());
            assertEquals(List.of(), client.get("/omr/jobs").each("/id"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"status=sleeping", "expired=maybe", "limit=0", "limit=x", "next=%20", "limit=1001"})
        void refusesWhatMakesNoSense(String query) {
            assertRefused(400, "CLIENT_ERROR", client.get("/omr/jobs?" + query));
        }
    }

    @Nested
    class AJobThatIsNotTheCallers {
        @Test
        void isNotFound() {
            Answer job = omr.oneShot(PDF, Map.of());
            OmrClient other = new OmrClient(FlatClient.of(fermata.flatUrl(), "other-token"));
            assertAll(
                    () -> assertEquals(404, other.get(job).status()),
                    () -> assertEquals(404, other.start(job).status()),
                    () -> assertEquals(404, other.cancel(job).status()),
                    () -> assertEquals(404, other.delete(job).status()),
                    () -> assertEquals(404, other.add(job, PDF, "").status()),
                    () -> assertEquals(404, other.file(job, 0).status()),
                    () -> assertEquals(404, other.export(job, "midi").status()),
                    () -> assertEquals(
                            404, client.get("/tasks/" + job.at("/id")).status()));
        }
    }

    @Test
    void failsByHandWithEveryCode() {
        for (Failure failure : Failure.values()) {
            Answer job = omr.oneShot(OTHER, Map.of());
            fermata.world()
                    .flat()
                    .jobs()
                    .fail(fermata.world().job(job.at("/id")).orElseThrow(), failure);
            Answer failed = omr.get(job);
            assertEquals("error", failed.at("/status"));
            assertFalse(failed.at("/errorCode").isEmpty(), failed.text());
        }
        assertEquals(10, omr.credits());
    }

    @Test
    void isCountedByPollsWhereThatIsThePace() {
        restart(standingStill().pace(Pace.POLLS));
        Answer job = omr.oneShot(PDF, Map.of());
        assertAll(
                () -> assertEquals("Processing page 1 of 2", omr.get(job).at("/progress/text")),
                () -> assertEquals(
                        "Processing page 2 of 2", omr.waitFor(job, 25).at("/progress/text")),
                () -> assertEquals("done", omr.waitFor(job, 25).at("/status")));
    }
}
