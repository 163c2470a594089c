package dev.fermata.flat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.document.facts.Facts;
import dev.fermata.fixtures.BrokenPdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A PDF sent to {@code POST /scores}, from the request to the score. Time stands still unless a test moves it. */
class ImportPdfTest {
    private static final byte[] PDF =
            SheetMusic.of("Patience").composer("Nobody").pages(2).pdf();

    private Fermata fermata;
    private FlatClient client;

    @BeforeEach
    void start() {
        start(standingStill());
    }

    private void start(FermataOptions.Builder options) {
        fermata = Fermata.start(options.build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
    }

    private static FermataOptions.Builder standingStill() {
        return FermataOptions.builder().pace(Pace.REALISTIC).speed(0).credits(10);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private int credits() {
        return fermata.world()
                .flat()
                .accounts()
                .ledger(client.get("/me").at("/id"))
                .balance(fermata.clock().instant());
    }

    private static Facts facts(Job job) {
        return job.files().get(0).document().facts();
    }

    private Job job(Answer accepted) {
        return fermata.world().job(accepted.at("/id")).orElseThrow();
    }

    @Nested
    class IsAccepted {
        @Test
        void withTheTaskThatTheGuideShows() {
            Answer accepted = client.importPdf(PDF, Map.of("title", "My imported score"));
            assertAll(
                    () -> assertEquals(202, accepted.status()),
                    () -> assertTrue(accepted.at("/id").matches("[0-9a-f]{24}"), accepted.text()),
                    () -> assertEquals("import-omr", accepted.at("/type")),
                    () -> assertEquals("created", accepted.at("/state")),
                    () -> assertEquals(
                            0, accepted.json().at("/progress/percent").asInt(-1)),
                    () -> assertTrue(accepted.at("/creationDate")
                            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")),
                    () -> assertTrue(accepted.json().at("/score").isMissingNode()));
        }

        @Test
        void withNewlinesInsideItsBase64() {
            String wrapped = Base64.getMimeEncoder(77, new byte[] {'\n'}).encodeToString(PDF);
            Answer accepted =
                    client.post("/scores", Map.of("data", wrapped, "dataEncoding", "base64", "supportsTasks", true));
            assertEquals(202, accepted.status(), accepted.text());
            assertEquals(2, job(accepted).pages());
        }

        @Test
        void atOneCreditAPage() {
            client.importPdf(PDF, Map.of());
            assertEquals(8, credits());
        }

        @Test
        void whenOnlyItsOwnerIsRestricted() {
            assertEquals(
                    202, client.importPdf(OddPdfs.ownerProtected(), Map.of()).status());
        }

        @Test
        void andParsedOnceHoweverOftenItComes() {
            Job first = job(client.importPdf(PDF, Map.of()));
            Job second = job(client.importPdf(PDF, Map.of()));
            assertSame(facts(first), facts(second), "the facts were read again");
            assertEquals(1, fermata.world().documents().count());
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withoutSupportsTasks() {
            assertRefused(400, "CLIENT_ERROR", client.importPdf(PDF, Map.of("supportsTasks", false)));
        }

        @Test
        void whenItIsPasswordProtected() {
            assertRefused(400, "CLIENT_ERROR", client.importPdf(OddPdfs.encrypted("secret"), Map.of()));
        }

        @Test
        void whenItIsDamaged() {
            assertRefused(400, "CLIENT_ERROR", client.importPdf(BrokenPdfs.truncated(), Map.of()));
        }

        @Test
        void whenItHasNoPages() {
            assertRefused(400, "CLIENT_ERROR", client.importPdf(OddPdfs.withoutPages(), Map.of()));
        }

        @Test
        void whenItIsEmpty() {
            assertRefused(400, "CLIENT_ERROR", client.importPdf(new byte[0], Map.of()));
        }

        @Test
        void whenCreditsAreShort() {
            byte[] eleven = OddPdfs.blank(11);
            assertRefused(402, "OMR_CREDITS_EXHAUSTED", client.importPdf(eleven, Map.of()));
        }

        @Test
        void whenThePlanHasNoOmr() {
            stop();
            start(standingStill().plan(Plan.NO_OMR));
            assertRefused(402, "SCORE_IMPORT_OMR_NOT_SUPPORTED", client.importPdf(PDF, Map.of()));
        }

        @Test
        void whenThePlanHasNoRoomForAnotherScore() {
            stop();
            start(standingStill().plan(Plan.FREE).credits(100));
            for (int i = 0; i < 15; i++) {
                assertEquals(202, client.importPdf(PDF, Map.of()).status());
            }
            Answer refused = client.importPdf(PDF, Map.of());
            assertEquals(402, refused.status());
            assertEquals("QUOTA_EXCEEDED", refused.at("/code"));
            assertEquals(70, credits());
        }

        private void assertRefused(int status, String code, Answer refused) {
            assertAll(
                    () -> assertEquals(status, refused.status(), refused.text()),
                    () -> assertEquals(code, refused.at("/code")),
                    () -> assertEquals(10, credits(), "a refusal costs nothing"),
                    () -> assertEquals(0, fermata.world().documents().count(), "a refusal leaves nothing behind"));
        }
    }

    @Nested
    class ItsTask {
        @Test
        void goesFromCreatedThroughDoingToDone() {
            Answer accepted = client.importPdf(PDF, Map.of());
            List<String> states = new ArrayList<>();
            for (int second = 0; second <= 8; second++) {
                states.add(task(accepted).at("/state"));
                fermata.clock().advance(Duration.ofSeconds(1));
            }
            assertEquals(
                    List.of("created", "doing", "done"),
                    states.stream().distinct().toList());
        }

        @Test
        void tellsItsProgressInPercentAndWords() {
            Answer accepted = client.importPdf(PDF, Map.of());
            Answer created = task(accepted);
            fermata.clock().setTo(job(accepted).startsAt().orElseThrow());
            Answer doing = task(accepted);
            fermata.clock().advance(Duration.ofHours(1));
            Answer done = task(accepted);
            assertAll(
                    () -> assertEquals(0, created.json().at("/progress/percent").asInt(-1)),
                    () -> assertTrue(created.json().at("/isCancellable").asBoolean()),
                    () -> assertEquals("Processing page 1 of 2", doing.at("/progress/text")),
                    () -> assertTrue(!doing.json().at("/isCancellable").asBoolean(true)),
                    () -> assertEquals(100, done.json().at("/progress/percent").asInt()));
        }

        @Test
        void isTheSameHoweverOftenItIsRead() {
            Answer accepted = client.importPdf(PDF, Map.of());
            fermata.clock().advance(Duration.ofSeconds(2));
            assertEquals(task(accepted).text(), task(accepted).text());
        }

        @Test
        void leadsToTheScoreWhenItIsDone() {
            Answer accepted = client.importPdf(PDF, Map.of());
            fermata.clock().advance(Duration.ofHours(1));
            Answer done = task(accepted);
            Answer score = client.get("/scores/" + done.at("/score"));
            assertAll(
                    () -> assertEquals(200, score.status()),
                    () -> assertEquals("Patience", score.at("/title")),
                    () -> assertEquals(32, score.json().at("/numberMeasures").asInt()),
                    () -> assertEquals(done.at("/doneDate"), score.at("/creationDate")));
        }

        @Test
        void hidesTheScoreUntilItIsDone() {
            Answer accepted = client.importPdf(PDF, Map.of());
            String score = job(accepted).order().draft().orElseThrow().id();
            assertEquals(404, client.get("/scores/" + score).status());
            fermata.clock().advance(Duration.ofHours(1));
            assertEquals(200, client.get("/scores/" + score).status());
        }

        @Test
        void isNotFoundByAnybodyElse() {
            Answer accepted = client.importPdf(PDF, Map.of());
            FlatClient stranger = FlatClient.of(fermata.flatUrl(), "another-token");
            assertEquals(404, stranger.get("/tasks/" + accepted.at("/id")).status());
        }

        @Test
        void saysWhyItFailedAndGivesTheCreditsBack() {
            Answer accepted = client.importPdf(PDF, Map.of());
            fermata.world().flat().jobs().fail(job(accepted), Failure.NO_MUSIC);
            Answer failed = task(accepted);
            assertAll(
                    () -> assertEquals("error", failed.at("/state")),
                    () -> assertEquals("No music was found in the document", failed.at("/result/error")),
                    () -> assertNotEquals("", failed.at("/doneDate")),
                    () -> assertEquals(10, credits()));
        }

        private Answer task(Answer accepted) {
            return client.get("/tasks/" + accepted.at("/id"));
        }
    }

    @Nested
    class AtThePaceOf {
        @Test
        void pollsItMovesOneStepWithEachPoll() {
            stop();
            start(standingStill().pace(Pace.POLLS));
            assertEquals(List.of("doing", "doing", "done", "done"), polled(4));
        }

        @Test
        void instantItIsDoneAtTheFirstPoll() {
            stop();
            start(standingStill().pace(Pace.INSTANT));
            assertEquals(List.of("done"), polled(1));
        }

        @Test
        void manualItMovesOnlyWhenTold() {
            stop();
            start(standingStill().pace(Pace.MANUAL));
            Answer accepted = client.importPdf(PDF, Map.of());
            fermata.clock().advance(Duration.ofDays(1));
            assertEquals("created", state(accepted));
            fermata.world().flat().jobs().step(job(accepted));
            assertEquals("doing", state(accepted));
            fermata.world().flat().jobs().finish(job(accepted));
            assertEquals("done", state(accepted));
        }

        private List<String> polled(int times) {
            Answer accepted = client.importPdf(PDF, Map.of());
            List<String> states = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                states.add(state(accepted));
            }
            return states;
        }

        private String state(Answer accepted) {
            return client.get("/tasks/" + accepted.at("/id")).at("/state");
        }
    }
}
