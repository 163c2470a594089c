package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Plan;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** OMR jobs that go otherwise than they should. Time stands still unless a test moves it. */
class FaultyJobTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(2).pdf();
    private static final Map<String, String> LIBRARY = Map.of("output", "library");
    private static final Duration LONG = Duration.ofDays(1);

    private Fermata fermata;
    private FlatClient client;
    private OmrClient omr;

    @BeforeEach
    void start() {
        start(Pace.REALISTIC, Plan.PREMIUM);
    }

    private void start(Pace pace, Plan plan) {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(pace)
                .plan(plan)
                .speed(0)
                .credits(10)
                .build());
        client = FlatClient.of(fermata.flatUrl(), "some-token");
        omr = new OmrClient(client);
    }

    private void restart(Pace pace, Plan plan) {
        stop();
        start(pace, plan);
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private Answer jobWith(JobFault fault, Map<String, ?> more) {
        fermata.world().scenarios().play(fault);
        Answer job = omr.oneShot(PDF, more);
        assertEquals(202, job.status(), job.text());
        return job;
    }

    private Answer later(Answer job) {
        fermata.clock().advance(LONG);
        return omr.get(job);
    }

    private Jobs jobs() {
        return fermata.world().flat().jobs();
    }

    private Job engine(Answer job) {
        return fermata.world().job(job.at("/id")).orElseThrow();
    }

    private void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals(code, answer.at("/code"), answer.text());
    }

    @Test
    void failsAtItsPageWithItsCodeAndGivesItsCreditsBack() {
        Answer job = jobWith(new JobFault.Fails(Failure.TIMEOUT, At.page(2)), Map.of());
        assertEquals(8, omr.credits());
        Answer failed = later(job);
        assertAll(
                () -> assertEquals("error", failed.at("/status"), failed.text()),
                () -> assertEquals("ENGINE_TIMEOUT", failed.at("/errorCode")),
                () -> assertEquals(10, omr.credits()),
                () -> assertEquals("canceled", omr.history().at("/0/state")));
    }

    @Test
    void takesLonger() {
        Answer job = jobWith(new JobFault.Slower(1_000), Map.of());
        fermata.clock().advance(Duration.ofMinutes(30));
        assertEquals("Processing page 1 of 2", omr.get(job).at("/progress/text"));
        assertEquals("done", later(job).at("/status"));
    }

    @Test
    void goesBackAndIsAllTheSameDone() {
        Answer job = jobWith(new JobFault.GoesBack(60, 7), Map.of());
        List<Answer> seen = new ArrayList<>();
        for (Optional<Instant> next = next(job); next.isPresent(); next = next(job)) {
            fermata.clock().setTo(next.get());
            seen.add(omr.get(job));
        }
        Answer pageTwo = seen.get(1);
        Answer fallen = seen.get(2);
        assertAll(
                () -> assertEquals("0", seen.get(0).at("/progress/percent")),
                () -> assertEquals("Processing page 2 of 2", pageTwo.at("/progress/text")),
                () -> assertEquals("Processing page 2 of 2", fallen.at("/progress/text")),
                () -> assertEquals("7", fallen.at("/progress/percent"), fallen.text()),
                () -> assertNotEquals(pageTwo.at("/modificationDate"), fallen.at("/modificationDate")),
                () -> assertEquals("done", seen.get(seen.size() - 1).at("/status")));
    }

    private Optional<Instant> next(Answer job) {
        return engine(job).nextChange(fermata.clock().instant());
    }

    @Nested
    class Stalling {
        @Test
        void itStaysAtItsPercentUntilItIsCanceled() {
            Answer job = jobWith(new JobFault.Stalls(42), Map.of());
            Answer stalled = later(job);
            assertEquals("processing", stalled.at("/status"), stalled.text());
            assertEquals("42", stalled.at("/progress/percent"));
            assertEquals(stalled.text(), later(job).text());
            assertEquals("canceled", omr.cancel(job).at("/status"));
            assertEquals(10, omr.credits());
        }

        @Test
        void itIsNotMovedByPolls() {
            restart(Pace.POLLS, Plan.PREMIUM);
            Answer job = jobWith(new JobFault.Stalls(50), Map.of());
            omr.get(job);
            Answer stalled = omr.get(job);
            assertEquals("50", stalled.at("/progress/percent"), stalled.text());
            assertEquals(stalled.text(), omr.get(job).text());
            fermata.world().flat().jobs().fail(engine(job), Failure.GENERIC);
            assertEquals("error", omr.get(job).at("/status"));
        }

        @Test
        void itKeepsOthersOutWhereOneMayRunAtATime() {
            restart(Pace.REALISTIC, Plan.FREE);
            Answer job = jobWith(new JobFault.Stalls(42), LIBRARY);
            later(job);
            assertRefused(429, "OMR_TOO_MANY_JOBS", omr.oneShot(PDF, LIBRARY));
            jobs().finish(engine(job));
            assertEquals(202, omr.oneShot(PDF, LIBRARY).status());
        }
    }

    @Nested
    class WithoutResult {
        @Test
        void itIsDoneWithNothingToExport() {
            Answer job = jobWith(new JobFault.WithoutResult(), Map.of());
            Answer done = later(job);
            assertAll(
                    () -> assertEquals("done", done.at("/status"), done.text()),
                    () -> assertEquals(0, done.json().at("/result/exports").size()),
                    () -> assertFalse(done.json().at("/result/exports").isMissingNode(), done.text()),
                    () -> assertRefused(404, "NOT_FOUND", omr.export(job, "musicxml")),
                    () -> assertEquals(8, omr.credits()));
        }

        @Test
        void itsScoreIsNotThere() {
            Answer done = later(jobWith(new JobFault.WithoutResult(), LIBRARY));
            assertNotEquals("", done.at("/result/score"), done.text());
            assertEquals(404, client.get("/scores/" + done.at("/result/score")).status());
        }

        @Test
        void itTakesNoRoomForAScore() {
            restart(Pace.REALISTIC, Plan.FREE);
            fermata.world().scenarios().play(new JobFault.WithoutResult());
            String me = client.get("/me").at("/id");
            fermata.world()
                    .flat()
                    .accounts()
                    .ledger(me)
                    .grant(100, fermata.clock().instant());
            for (int i = 0; i <= Plan.FREE.mostScores(); i++) {
                Answer job = omr.oneShot(PDF, LIBRARY);
                assertEquals(202, job.status(), job.text());
                later(job);
            }
        }
    }

    @Test
    void isDoneBeforeItsResultIsThere() {
        Answer job = jobWith(new JobFault.ResultLate(LONG.multipliedBy(2)), LIBRARY);
        Answer done = later(job);
        String score = "/scores/" + done.at("/result/score");
        assertAll(
                () -> assertEquals("done", done.at("/status"), done.text()),
                () -> assertEquals("musicxml", done.at("/result/exports/0")),
                () -> assertRefused(409, "OMR_JOB_NOT_DONE", omr.export(job, "musicxml")),
                () -> assertEquals(404, client.get(score).status()));
        fermata.clock().advance(LONG.multipliedBy(2));
        assertEquals(200, omr.export(job, "musicxml").status());
        assertEquals(200, client.get(score).status());
    }

    @Nested
    class Vanishing {
        @Test
        void itIsFoundByNoOperation() {
            Answer job = jobWith(new JobFault.Vanishes(50), Map.of());
            assertEquals(200, omr.get(job).status());
            assertAll(
                    () -> assertEquals(404, later(job).status()),
                    () -> assertEquals(404, omr.waitFor(job, 25).status()),
                    () -> assertEquals(404, omr.file(job, 0).status()),
                    () -> assertEquals(404, omr.export(job, "midi").status()),
                    () -> assertEquals(404, omr.add(job, PDF, "").status()),
                    () -> assertEquals(404, omr.start(job).status()),
                    () -> assertEquals(
                            404, omr.submit(job, Map.of("step", "details")).status()),
                    () -> assertEquals(404, omr.cancel(job).status()),
                    () -> assertEquals(404, omr.delete(job).status()),
                    () -> assertEquals(List.of(), client.get("/omr/jobs").each("/id")),
                    () -> assertEquals(8, omr.credits()));
        }

        @Test
        void itIsStillEndedByHand() {
            Answer job = jobWith(new JobFault.Vanishes(0), Map.of());
            assertEquals(404, omr.get(job).status());
            jobs().fail(engine(job), Failure.GENERIC);
            assertEquals(404, omr.get(job).status());
            assertEquals(10, omr.credits());
        }

        @Test
        void itLosesItsKey() {
            Map<String, String> key = Map.of("idempotencyKey", "once");
            Answer first = jobWith(new JobFault.Vanishes(50), key);
            assertEquals(first.at("/id"), omr.oneShot(PDF, key).at("/id"));
            later(first);
            fermata.world().scenarios().stopAll();
            Answer second = omr.oneShot(PDF, key);
            assertNotEquals(first.at("/id"), second.at("/id"));
            assertEquals(second.at("/id"), omr.oneShot(PDF, key).at("/id"));
            assertEquals(6, omr.credits());
        }

        @Test
        void itsLastPollIsAnsweredThatItIsNotThere() {
            restart(Pace.POLLS, Plan.PREMIUM);
            Answer job = jobWith(new JobFault.Vanishes(100), Map.of());
            assertAll(
                    () -> assertEquals(200, omr.get(job).status()),
                    () -> assertEquals(200, omr.waitFor(job, 25).status()),
                    () -> assertEquals(404, omr.waitFor(job, 25).status()));
        }
    }

    @Test
    void awaitsItsClientWhateverThatSays() {
        Answer job = jobWith(new JobFault.AwaitsForever(), Map.of());
        Answer awaiting = later(job);
        assertAll(
                () -> assertEquals("awaitingInput", awaiting.at("/status"), awaiting.text()),
                () -> assertEquals("details", awaiting.at("/currentStep")),
                () -> assertEquals(0, awaiting.json().at("/interactiveSteps").size()));
        for (int i = 0; i < 2; i++) {
            Answer submitted = omr.submit(job, Map.of("step", "details", "title", "Again"));
            assertEquals(202, submitted.status(), submitted.text());
            assertEquals("awaitingInput", later(job).at("/status"));
        }
        assertEquals("canceled", omr.cancel(job).at("/status"));
        assertEquals(10, omr.credits());
    }
}
