package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ControlClient;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import dev.fermata.testing.client.ScoreFlowClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /_fermata/worlds/{world}/jobs}: reading, moving and ending jobs over HTTP. */
class ControlJobsTest {
    private static final byte[] PDF = SheetMusic.of("Jobs").pages(2).pdf();
    private static final String JOBS = "/worlds/default/jobs";

    private Fermata fermata;
    private ControlClient control;
    private OmrClient omr;
    private ScoreFlowClient scoreFlow;

    @BeforeEach
    void start() {
        start(Pace.MANUAL);
    }

    private void start(Pace pace) {
        fermata = Fermata.start(FermataOptions.builder().pace(pace).speed(0).build());
        control = ControlClient.of(fermata.url());
        omr = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"));
        scoreFlow = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-token");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer change(Answer job, String how) {
        return control.post(JOBS + "/" + job.at("/id") + how);
    }

    private Answer fail(Answer job, String body) {
        return control.post(JOBS + "/" + job.at("/id") + "/fail", body);
    }

    private List<String> listed(String query, String field) {
        return control.get(JOBS + query).json().path("jobs").findValuesAsText(field);
    }

    @Nested
    class AreListed {
        @Test
        void inVendorNeutralTerms() {
            assertEquals(List.of(), listed("", "id"));
            Answer job = omr.oneShot(PDF, Map.of());
            change(job, "/step");
            Answer listed = control.get(JOBS);
            assertAll(
                    () -> assertEquals(job.at("/id"), listed.at("/jobs/0/id")),
                    () -> assertEquals("flat", listed.at("/jobs/0/vendor")),
                    () -> assertEquals("job", listed.at("/jobs/0/kind")),
                    () -> assertEquals("reading", listed.at("/jobs/0/state")),
                    () -> assertEquals("33", listed.at("/jobs/0/percent")),
                    () -> assertEquals("1", listed.at("/jobs/0/page")),
                    () -> assertEquals(fermata.clock().instant().toString(), listed.at("/jobs/0/created")),
                    () -> assertEquals(24, listed.at("/jobs/0/account").length()));
        }

        @Test
        void ofBothVendorsInOrderOfSubmission() {
            Answer first = scoreFlow.convert(PDF, "midi");
            fermata.clock().advance(Duration.ofSeconds(1));
            Answer second = omr.oneShot(PDF, Map.of());
            Answer third = omr.draft(Map.of());
            assertEquals(List.of(first.at("/conversionId"), second.at("/id"), third.at("/id")), listed("", "id"));
        }

        @Test
        void byVendorAndState() {
            omr.draft(Map.of());
            omr.oneShot(PDF, Map.of());
            scoreFlow.convert(PDF, "midi");
            assertAll(
                    () -> assertEquals(List.of("job", "job"), listed("?vendor=flat", "kind")),
                    () -> assertEquals(List.of("conversion"), listed("?vendor=scoreflow", "kind")),
                    () -> assertEquals(List.of("flat", "scoreflow"), listed("?state=queued", "vendor")),
                    () -> assertEquals(List.of("draft"), listed("?vendor=flat&state=draft", "state")),
                    () -> assertEquals(List.of(), listed("?state=failed", "id")));
        }

        @Test
        void withTheirNextChangeWhichTheClockCanBeSetTo() {
            fermata.close();
            start(Pace.REALISTIC);
            Answer job = omr.oneShot(PDF, Map.of());
            String next = control.get(JOBS + "/" + job.at("/id")).at("/nextChange");
            control.post("/worlds/default/clock/set", "{\"to\":\"" + next + "\"}");
            assertEquals("reading", control.get(JOBS + "/" + job.at("/id")).at("/state"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"vendor=", "vendor=Flat", "vendor=muse", "state=", "state=running", "state=DONE"})
        void notByUnknownVendorOrState(String query) {
            Answer refused = control.get(JOBS + "?" + query);
            assertEquals(400, refused.status());
            assertEquals(query.replaceAll("=.*", ""), refused.at("/field"));
        }
    }

    @Nested
    class AreChanged {
        @Test
        void stepByStep() {
            Answer job = omr.oneShot(PDF, Map.of());
            List<String> states = IntStream.range(0, 3)
                    .mapToObj(i -> change(job, "/step").at("/state"))
                    .toList();
            assertEquals(List.of("reading", "reading", "done"), states);
            assertEquals("done", omr.get(job).at("/status"));
        }

        @Test
        void byOneStepForEachConcurrentCall() {
            Answer job = omr.oneShot(SheetMusic.of("Many").pages(20).pdf(), Map.of());
            List<CompletableFuture<Integer>> steps = IntStream.range(0, 30)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> change(job, "/step").status()))
                    .toList();
            assertEquals(
                    21,
                    steps.stream()
                            .map(CompletableFuture::join)
                            .filter(status -> status == 200)
                            .count());
        }

        @Test
        void intoDoneAtBothVendors() {
            Answer job = omr.oneShot(PDF, Map.of());
            Answer conversion = scoreFlow.convert(PDF, "midi");
            assertEquals("done", change(job, "/finish").at("/state"));
            control.post(JOBS + "/" + conversion.at("/conversionId") + "/finish");
            assertEquals("done", omr.get(job).at("/status"));
            assertEquals(
                    "completed",
                    scoreFlow.status(conversion.at("/conversionId")).at("/status"));
        }

        @Test
        void intoAFailureWithAReason() {
            Answer job = omr.oneShot(PDF, Map.of());
            Answer failed = fail(job, "{\"because\":\"no-music\"}");
            assertEquals("failed", failed.at("/state"));
            assertEquals("no-music", failed.at("/failure"));
            assertEquals("NO_MUSIC_DETECTED", omr.get(job).at("/errorCode"));
        }

        @Test
        void intoAGenericFailure() {
            assertEquals("generic", change(omr.oneShot(PDF, Map.of()), "/fail").at("/failure"));
            assertEquals("generic", fail(omr.oneShot(PDF, Map.of()), "{}").at("/failure"));
        }

        @Test
        void refundingTheirCreditsOnlyOnce() {
            Answer job = omr.oneShot(PDF, Map.of());
            int charged = omr.credits();
            assertEquals(200, change(job, "/fail").status());
            assertEquals(409, change(job, "/fail").status());
            assertEquals(charged + 2, omr.credits());
        }
    }

    @Nested
    class AreNotChanged {
        @Test
        void onceTheyHaveEnded() {
            Answer job = omr.oneShot(PDF, Map.of());
            change(job, "/finish");
            for (String how : List.of("/step", "/finish", "/fail")) {
                Answer refused = change(job, how);
                assertEquals(409, refused.status());
                assertFalse(refused.at("/detail").isEmpty());
            }
            assertEquals("done", omr.get(job).at("/status"));
        }

        @Test
        void byAStepIfTimeMovesThem() {
            fermata.close();
            start(Pace.REALISTIC);
            assertEquals(409, change(omr.oneShot(PDF, Map.of()), "/step").status());
        }

        @Test
        void beforeTheyAreStarted() {
            Answer draft = omr.draft(Map.of());
            assertEquals(409, change(draft, "/step").status());
            assertEquals(409, change(draft, "/finish").status());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"because\":\"\"}", "{\"because\":\"boredom\"}", "{\"because\":1}", "{\"because\":[]}"})
        void byAnUnknownFailure(String body) {
            Answer job = omr.oneShot(PDF, Map.of());
            Answer refused = fail(job, body);
            assertEquals(400, refused.status());
            assertEquals("because", refused.at("/field"));
            assertEquals("processing", omr.get(job).at("/status"));
        }

        @Test
        void byTheirNameInAnotherWorld() {
            Answer job = omr.oneShot(PDF, Map.of());
            control.put("/worlds/other");
            assertAll(
                    () -> assertEquals(
                            404,
                            control.post("/worlds/other/jobs/" + job.at("/id") + "/finish")
                                    .status()),
                    () -> assertEquals(
                            404,
                            control.post("/worlds/none/jobs/" + job.at("/id") + "/finish")
                                    .status()),
                    () -> assertEquals(404, control.get(JOBS + "/nobody").status()),
                    () -> assertEquals(404, control.post(JOBS + "/nobody/fail").status()));
        }
    }
}
