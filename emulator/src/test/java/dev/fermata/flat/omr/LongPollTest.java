package dev.fermata.flat.omr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /omr/jobs/{job}?wait=}: answered by what happens, not by waiting. */
@Timeout(60)
class LongPollTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(2).pdf();

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Fermata fermata;
    private OmrClient omr;

    @BeforeEach
    void start() {
        start(Pace.REALISTIC, 0);
    }

    private void start(Pace pace, double speed) {
        fermata = Fermata.start(FermataOptions.builder().pace(pace).speed(speed).build());
        omr = new OmrClient(FlatClient.of(fermata.flatUrl(), "some-token"));
    }

    private void restart(Pace pace, double speed) {
        fermata.close();
        start(pace, speed);
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        fermata.close();
    }

    private Job engine(Answer job) {
        return fermata.world().job(job.at("/id")).orElseThrow();
    }

    /** A client that waits by now: the server says that it does. */
    private CompletableFuture<Answer> waiting(Answer job, int seconds) {
        int before = fermata.world().flat().jobs().clients().waiting(engine(job));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> omr.waitFor(job, seconds), clients);
        while (fermata.world().flat().jobs().clients().waiting(engine(job)) == before && !answer.isDone()) {
            Thread.onSpinWait();
        }
        assertFalse(answer.isDone(), "it was answered at once");
        return answer;
    }

    private static Answer answered(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Nested
    class IsAnsweredAtOnce {
        @Test
        void whenTheStateHasChangedSinceItWasLastTold() {
            Answer job = omr.oneShot(PDF, Map.of());
            fermata.clock().setTo(engine(job).startsAt().orElseThrow());
            assertEquals("OMR_PROCESSING_PAGE", omr.waitFor(job, 25).at("/progress/key"));
        }

        @Test
        void whenTheJobHasEnded() {
            Answer job = omr.oneShot(PDF, Map.of());
            omr.cancel(job);
            assertEquals("canceled", omr.waitFor(job, 25).at("/status"));
            assertEquals("canceled", omr.waitFor(job, 25).at("/status"));
        }

        @Test
        void whenItDoesNotWait() {
            Answer job = omr.oneShot(PDF, Map.of());
            assertEquals("OMR_QUEUED", omr.waitFor(job, 0).at("/progress/key"));
        }
    }

    @Nested
    class IsAnsweredInTheEnd {
        @Test
        void whenTheClockIsMovedPastTheNextChange() throws Exception {
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().advance(Duration.ofMillis(1));
            assertFalse(answer.isDone());
            fermata.clock().setTo(engine(job).startsAt().orElseThrow());
            assertEquals("OMR_PROCESSING_PAGE", answered(answer).at("/progress/key"));
        }

        @Test
        void withTheWorldsDateWhenItWasMovedFar() throws Exception {
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().setTo(Instant.parse("2050-01-01T00:00:00Z"));
            assertEquals("Sat, 01 Jan 2050 00:00:00 GMT", answered(answer).header("Date"));
        }

        @Test
        void whenTheWaitIsOverByTheWorldsClock() throws Exception {
            restart(Pace.MANUAL, 0);
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().advance(Duration.ofSeconds(25));
            assertEquals("OMR_QUEUED", answered(answer).at("/progress/key"));
        }

        @Test
        void whenTheWaitIsOverByTheRealClockThoughTheWorldsStandsStill() throws Exception {
            Answer job = omr.oneShot(PDF, Map.of());
            assertEquals("OMR_QUEUED", answered(waiting(job, 1)).at("/progress/key"));
        }

        @Test
        void whenARunningClockComesToTheNextChange() throws Exception {
            restart(Pace.REALISTIC, 1);
            Answer job = omr.oneShot(PDF, Map.of());
            assertEquals("OMR_PROCESSING_PAGE", answered(waiting(job, 25)).at("/progress/key"));
        }

        @Test
        void whenAStandingClockIsLetGo() throws Exception {
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().speed(1_000);
            assertEquals(200, answered(answer).status());
        }

        @Test
        void whenTheJobIsCanceled() throws Exception {
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            omr.cancel(job);
            assertEquals("canceled", answered(answer).at("/status"));
        }

        @Test
        void whenTheJobIsSteppedByHand() throws Exception {
            restart(Pace.MANUAL, 0);
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.world().flat().jobs().step(engine(job));
            assertEquals("Processing page 1 of 2", answered(answer).at("/progress/text"));
        }

        @Test
        void whenTheTimeOfTheJobIsOver() throws Exception {
            Answer draft = omr.draft(Map.of());
            fermata.clock()
                    .setTo(Instant.parse(draft.at("/retention/expiryDate")).minusSeconds(5));
            CompletableFuture<Answer> answer = waiting(draft, 25);
            fermata.clock().advance(Duration.ofSeconds(5));
            assertEquals("canceled", answered(answer).at("/status"));
        }

        @Test
        void whenThePageIsTurned() throws Exception {
            restart(Pace.MANUAL, 0);
            Answer job = omr.oneShot(PDF, Map.of());
            fermata.world().flat().jobs().step(engine(job));
            omr.get(job);
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.world().flat().jobs().step(engine(job));
            assertEquals("Processing page 2 of 2", answered(answer).at("/progress/text"));
        }

        @Test
        void whenWhatItShowsDrops() throws Exception {
            Answer job = start(new JobFault.GoesBack(10, 0));
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock()
                    .setTo(engine(job).nextChange(fermata.clock().instant()).orElseThrow());
            assertEquals("0", answered(answer).at("/progress/percent"));
        }

        @Test
        void whenARunningClockComesToTheDrop() throws Exception {
            Answer job = start(new JobFault.GoesBack(1, 0));
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().speed(0.1);
            assertEquals("Processing page 1 of 2", answered(answer).at("/progress/text"));
        }

        @Test
        void with404WhenTheJobVanishes() throws Exception {
            Answer job = start(new JobFault.Vanishes(10));
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock()
                    .setTo(engine(job).nextChange(fermata.clock().instant()).orElseThrow());
            assertEquals(404, answered(answer).status());
        }

        @Test
        void with404WhenTheStepOfAnotherMakesTheJobVanish() throws Exception {
            restart(Pace.MANUAL, 0);
            fermata.world().scenarios().play(new JobFault.Vanishes(10));
            Answer job = omr.oneShot(PDF, Map.of());
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.world().flat().jobs().step(engine(job));
            assertEquals(404, answered(answer).status());
        }

        @Test
        void whenAStalledJobIsCanceled() throws Exception {
            Answer job = start(new JobFault.Stalls(10));
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().advance(Duration.ofSeconds(24));
            omr.cancel(job);
            assertEquals("canceled", answered(answer).at("/status"));
        }

        @Test
        void whenTheWaitForAStalledJobIsOver() throws Exception {
            Answer job = start(new JobFault.Stalls(10));
            CompletableFuture<Answer> answer = waiting(job, 25);
            fermata.clock().advance(Duration.ofSeconds(25));
            assertEquals("10", answered(answer).at("/progress/percent"));
        }

        /** A job that reads its first page, and was seen to. */
        private Answer start(JobFault fault) {
            fermata.world().scenarios().play(fault);
            Answer job = omr.oneShot(PDF, Map.of());
            fermata.clock().setTo(engine(job).startsAt().orElseThrow());
            omr.get(job);
            return job;
        }

        @Test
        void whenADraftIsStarted() throws Exception {
            Answer job = omr.draft(Map.of());
            omr.add(job, PDF, "");
            CompletableFuture<Answer> answer = waiting(job, 25);
            omr.start(job);
            assertEquals("processing", answered(answer).at("/status"));
        }
    }

    @Test
    void everyClientOfAJobIsAnswered() throws Exception {
        Answer job = omr.oneShot(PDF, Map.of());
        List<CompletableFuture<Answer>> answers =
                IntStream.range(0, 50).mapToObj(i -> waiting(job, 25)).toList();
        fermata.clock().setTo(engine(job).startsAt().orElseThrow());
        for (CompletableFuture<Answer> answer : answers) {
            assertEquals("OMR_PROCESSING_PAGE", answered(answer).at("/progress/key"));
        }
        assertEquals(0, fermata.world().flat().jobs().clients().waiting(engine(job)));
    }

    @Test
    void isAnsweredBeforeTheServerEnds() throws Exception {
        CompletableFuture<Answer> answer = waiting(omr.oneShot(PDF, Map.of()), 25);
        fermata.close();
        assertEquals("OMR_QUEUED", answered(answer).at("/progress/key"));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Answer job = omr.oneShot(PDF, Map.of());
        answered(waiting(job, 1));
        assertEquals(0, fermata.world().flat().jobs().clients().waiting(engine(job)));
        assertEquals(0, fermata.clock().alarms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"26", "-1", "x", "1.5", "", "999999999999"})
    void refusesAWaitThatMakesNoSense(String wait) {
        Answer job = omr.oneShot(PDF, Map.of());
        Answer refused =
                FlatClient.of(fermata.flatUrl(), "some-token").get("/omr/jobs/" + job.at("/id") + "?wait=" + wait);
        assertEquals(400, refused.status(), refused.text());
        assertEquals("wait", refused.at("/param"));
    }
}
