package dev.fermata.conduct;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.RateLimit;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on clients near the limit of a rule: neither false accusations nor missed violations. */
class FairVerdictsTest {
    private static final byte[] PDF = SheetMusic.untitled().pages(3).pdf();

    private Fermata fermata;
    private FlatClient flat;
    private OmrClient omr;
    private ScoreFlowClient scoreFlow;

    @BeforeEach
    void start() {
        fermata = Fermata.start(
                FermataOptions.builder().pace(Pace.REALISTIC).speed(0).build());
        flat = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(flat);
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Verdict verdict(String rule, Ending ending) {
        return Rulebook.find(rule).orElseThrow().judge(Run.of(fermata.journal(), ending));
    }

    private void assertVerdict(Verdict.Kind kind, String rule, Ending ending) {
        Verdict verdict = verdict(rule, ending);
        assertEquals(kind, verdict.kind(), verdict.toString());
    }

    private void pass(Duration time) {
        fermata.clock().advance(time);
    }

    private Answer done() {
        Answer job = omr.oneShot(PDF, Map.of());
        pass(Duration.ofMinutes(5));
        omr.get(job);
        pass(Duration.ofSeconds(3));
        return job;
    }

    private void play(String scenario, String operation) {
        fermata.world().scenarios().play(Catalogue.named(scenario).when(When.ALWAYS.operation(operation)));
    }

    @Nested
    class AFailure {
        @Test
        void countsAfterItsJobIsDeleted() {
            Answer job = omr.oneShot(PDF, Map.of());
            fermata.world()
                    .flat()
                    .jobs()
                    .fail(fermata.world().job(job.at("/id")).orElseThrow(), Failure.NO_MUSIC);
            omr.get(job);
            omr.delete(job);
            assertVerdict(Verdict.Kind.FAIL, "failure-is-surfaced", Ending.SUCCEEDED);
            assertVerdict(Verdict.Kind.PASS, "failure-is-surfaced", Ending.FAILED);
        }

        @Test
        void doesNotCountWhenTheClientCanceledTheJob() {
            Answer job = omr.oneShot(PDF, Map.of());
            omr.get(job);
            omr.cancel(job);
            pass(Duration.ofSeconds(3));
            omr.get(job);
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "failure-is-surfaced", Ending.SUCCEEDED);
        }
    }

    @Nested
    class ARefusalThatEndsAllWork {
        private void assertSurfaced() {
            assertVerdict(Verdict.Kind.FAIL, "failure-is-surfaced", Ending.SUCCEEDED);
            assertVerdict(Verdict.Kind.PASS, "failure-is-surfaced", Ending.FAILED);
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "failure-is-surfaced", Ending.UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"error-402", "error-403", "error-429", "error-500", "error-503"})
        void mustBeSurfacedAfterARefusedSubmission(String refusal) {
            play(refusal, "createScore");
            flat.get("/me");
            flat.importPdf(PDF, Map.of());
            assertSurfaced();
        }

        @ParameterizedTest
        @ValueSource(strings = {"error-402", "error-403", "error-429", "error-500", "error-503"})
        void mustBeSurfacedAfterARefusedStart(String refusal) {
            play(refusal, "startOmrJob");
            Answer draft = omr.draft(Map.of());
            omr.add(draft, PDF, "a.pdf");
            omr.start(draft);
            assertSurfaced();
        }

        @ParameterizedTest
        @ValueSource(strings = {"error-401", "error-403", "error-429", "error-500", "error-503"})
        void mustBeSurfacedBeforeASubmission(String refusal) {
            play(refusal, "getAuthenticatedUser");
            flat.get("/me");
            assertSurfaced();
        }

        @Test
        void mustBeSurfacedAfterGivingUpAtALimit() {
            play("rate-limited", "getAuthenticatedUser");
            flat.get("/me");
            flat.get("/me");
            assertSurfaced();
        }

        @Test
        void namesTheRefusedRequest() {
            play("error-503", "convert");
            scoreFlow.convert(PDF, "midi");
            assertEquals(
                    List.of(new Evidence(
                            "was answered 503 to POST /api/convert, got no further, and ended with success",
                            List.of(1L))),
                    verdict("failure-is-surfaced", Ending.SUCCEEDED).evidence());
        }

        @Test
        void doesNotCountAfterASuccessfulRetry() {
            fermata.world().scenarios().play("busy-twice");
            flat.get("/me");
            flat.importPdf(PDF, Map.of());
            flat.get("/me");
            flat.importPdf(PDF, Map.of());
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "failure-is-surfaced", Ending.SUCCEEDED);
        }

        @Test
        void doesNotCountWhenTheDocumentWasAccepted() {
            play("error-403", "getAuthenticatedUser");
            flat.get("/me");
            flat.importPdf(PDF, Map.of());
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "failure-is-surfaced", Ending.SUCCEEDED);
        }

        @Test
        void doesNotCountWhenFermataDoesNotEmulateIt() {
            flat.post("/scores/123456789012345678901234/fork", Map.of());
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "failure-is-surfaced", Ending.SUCCEEDED);
        }
    }

    @Nested
    class AJobThatIsDone {
        @Test
        void mayBePolledOnceRightBeforeTheDownload() {
            Answer job = done();
            omr.get(job);
            omr.export(job, "musicxml");
            assertVerdict(Verdict.Kind.PASS, "end-is-the-end", Ending.SUCCEEDED);
        }

        @Test
        void mayBePolledOnceAtOnce() {
            Answer job = omr.oneShot(PDF, Map.of());
            pass(Duration.ofMinutes(5));
            omr.get(job);
            omr.get(job);
            omr.export(job, "musicxml");
            assertVerdict(Verdict.Kind.PASS, "end-is-the-end", Ending.SUCCEEDED);
            assertVerdict(Verdict.Kind.NOT_EXERCISED, "poll-pace", Ending.SUCCEEDED);
        }

        @Test
        void mayBePolledAgainAfterAFailedPoll() {
            Answer job = done();
            fermata.world().scenarios().play(Catalogue.named("busy-twice"));
            omr.get(job);
            omr.get(job);
            omr.get(job);
            omr.export(job, "musicxml");
            assertVerdict(Verdict.Kind.PASS, "end-is-the-end", Ending.SUCCEEDED);
        }

        @Test
        void mayNotBePolledTwice() {
            Answer job = done();
            omr.get(job);
            omr.get(job);
            omr.export(job, "musicxml");
            assertVerdict(Verdict.Kind.FAIL, "end-is-the-end", Ending.SUCCEEDED);
        }

        @Test
        void mayNotBePolledAfterTheDownload() {
            Answer job = done();
            omr.export(job, "musicxml");
            omr.get(job);
            assertVerdict(Verdict.Kind.FAIL, "end-is-the-end", Ending.SUCCEEDED);
        }

        @Test
        void mayNotBePolledWithoutADownload() {
            Answer job = done();
            omr.get(job);
            assertVerdict(Verdict.Kind.FAIL, "end-is-the-end", Ending.SUCCEEDED);
        }
    }

    @Nested
    class ALimit {
        private Answer job;

        @BeforeEach
        void isReached() {
            job = omr.oneShot(PDF, Map.of());
            var onePerMinute = new Then.Limited(new RateLimit.Rule(1, Duration.ofMinutes(1)));
            fermata.world().scenarios().play(Scenario.of("one-per-minute", When.ALWAYS, onePerMinute));
        }

        @Test
        void isWaitedOutByAClientThatGivesUpAndCleansUp() {
            omr.get(job);
            omr.get(job);
            omr.cancel(job);
            omr.delete(job);
            assertVerdict(Verdict.Kind.PASS, "limit-is-waited-out", Ending.FAILED);
        }

        @Test
        void isNotWaitedOutByAClientThatRepeatsTheRequest() {
            omr.get(job);
            omr.get(job);
            omr.waitFor(job, 5);
            assertVerdict(Verdict.Kind.FAIL, "limit-is-waited-out", Ending.FAILED);
            Evidence evidence =
                    verdict("limit-is-waited-out", Ending.FAILED).evidence().get(0);
            String says = "retried with GET /v2/omr/jobs/" + job.at("/id") + " [0-9.]+ s before the limit was reset";
            assertTrue(evidence.sentence().matches(says), evidence.sentence());
            assertEquals(List.of(3L, 4L), evidence.entries());
        }

        @Test
        void isNotWaitedOutByAClientThatPollsTheSameJob() {
            omr.get(job);
            omr.export(job, "musicxml");
            omr.get(job);
            assertVerdict(Verdict.Kind.FAIL, "limit-is-waited-out", Ending.FAILED);
        }
    }

    @Nested
    class AClientThatWasEnded {
        @Test
        void isNotBlamedWhenKilledEarly() {
            fermata.world().scenarios().play("stalls");
            Answer job = omr.oneShot(PDF, Map.of());
            omr.get(job);
            pass(Duration.ofSeconds(90));
            omr.get(job);
            Verdict verdict = verdict("patience-ends", Ending.KILLED);
            assertAll(
                    () -> assertEquals(Verdict.Kind.NOT_EXERCISED, verdict.kind()),
                    () -> assertEquals(
                            List.of(new Evidence(
                                    "was stopped when it had waited for 90.0 s, long before two hours", List.of(3L))),
                            verdict.evidence()));
        }

        @Test
        void isBlamedWhenKilledTooLate() {
            fermata.world().scenarios().play("stalls");
            Answer job = omr.oneShot(PDF, Map.of());
            omr.get(job);
            pass(Duration.ofHours(3));
            omr.get(job);
            assertVerdict(Verdict.Kind.WARN, "patience-ends", Ending.KILLED);
        }
    }

    @Nested
    class ADocumentOfAFailedJob {
        @Test
        void mayBeSentAgain() {
            String first = scoreFlow.convert(PDF, "midi").at("/conversionId");
            fermata.world().scoreFlow().jobs().fail(fermata.world().job(first).orElseThrow(), Failure.NO_MUSIC);
            scoreFlow.status(first);
            scoreFlow.convert(PDF, "midi");
            assertVerdict(Verdict.Kind.PASS, "sent-once", Ending.SUCCEEDED);
        }
    }
}
