package dev.fermata.scoreflow;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.ScoreFlowClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Conversions that go otherwise than they should. Time stands still unless a test moves it. */
class FaultyConversionTest {
    private static final byte[] PDF = SheetMusic.of("Patience").pages(2).pdf();
    private static final Duration LONG = Duration.ofDays(1);

    private Fermata fermata;
    private ScoreFlowClient client;

    @BeforeEach
    void start() {
        fermata = Fermata.start(FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .credits(10)
                .build());
        client = ScoreFlowClient.of(fermata.scoreFlowUrl(), "some-key");
    }

    @AfterEach
    void stop() {
        fermata.close();
    }

    private String convert() {
        Answer queued = client.convert(PDF, "midi");
        assertEquals(202, queued.status(), queued.text());
        return queued.at("/conversionId");
    }

    private String convertWith(JobFault fault) {
        fermata.world().scenarios().play(fault);
        return convert();
    }

    private Answer later(String id) {
        fermata.clock().advance(LONG);
        return client.status(id);
    }

    private Jobs jobs() {
        return fermata.world().scoreFlow().jobs();
    }

    private Job engine(String id) {
        return fermata.world().job(id).orElseThrow();
    }

    private void toItsNextChange(String id) {
        fermata.clock().setTo(engine(id).nextChange(fermata.clock().instant()).orElseThrow());
    }

    /** One more conversion, at one credit, tells what was left. */
    private int credits() {
        return client.convert(PDF, "midi").json().at("/apiCreditsRemaining").asInt() + 1;
    }

    @Test
    void failsAndKeepsItsCredits() {
        Answer failed = later(convertWith(new JobFault.Fails(Failure.GENERIC, At.percent(42))));
        assertEquals("failed", failed.at("/status"), failed.text());
        assertEquals(9, credits());
    }

    @Test
    void takesLonger() {
        String id = convertWith(new JobFault.Slower(100));
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("queued", client.status(id).at("/status"));
        fermata.clock().advance(Duration.ofMinutes(1));
        assertEquals("processing", client.status(id).at("/status"));
        assertEquals("completed", later(id).at("/status"));
    }

    @Test
    void goesBackAndIsCompletedInTheEnd() {
        String id = convertWith(new JobFault.GoesBack(60, 7));
        toItsNextChange(id);
        assertEquals("0", client.status(id).at("/progress"));
        toItsNextChange(id);
        toItsNextChange(id);
        assertEquals("7", client.status(id).at("/progress"));
        assertEquals("completed", later(id).at("/status"));
    }

    @Nested
    class Stalling {
        @Test
        void itStaysAtItsPercentUntilItIsEndedByHand() {
            String id = convertWith(new JobFault.Stalls(42));
            Answer stalled = later(id);
            assertEquals("processing", stalled.at("/status"), stalled.text());
            assertEquals("42", stalled.at("/progress"));
            jobs().finish(engine(id));
            assertEquals(200, client.download(id).status());
        }

        @Test
        void thoseBehindWaitUntilItIsEndedByHand() {
            fermata.world().scenarios().play(new JobFault.Stalls(42));
            List<String> stalled =
                    IntStream.range(0, 4).mapToObj(i -> convert()).toList();
            fermata.world().scenarios().stopAll();
            String behind = convert();
            String last = convert();
            Answer waits = later(behind);
            assertAll(
                    () -> assertEquals("queued", waits.at("/status"), waits.text()),
                    () -> assertEquals("1", waits.at("/queueStatus/position")),
                    () -> assertEquals("2", client.status(last).at("/queueStatus/position")));
            jobs().fail(engine(stalled.get(2)), Failure.TIMEOUT);
            assertEquals("processing", client.status(behind).at("/status"));
            assertEquals("completed", later(last).at("/status"));
        }
    }

    @Test
    void isCompletedWithoutItsFile() {
        String id = convertWith(new JobFault.WithoutResult());
        assertEquals("completed", later(id).at("/status"));
        Answer missing = client.download(id);
        assertAll(
                () -> assertEquals(404, missing.status(), missing.text()),
                () -> assertEquals("Conversion not found", missing.at("/error")),
                () -> assertEquals(9, credits()));
    }

    @Test
    void isCompletedBeforeItsFileIsThere() {
        String id = convertWith(new JobFault.ResultLate(LONG.multipliedBy(2)));
        assertEquals("completed", later(id).at("/status"));
        Answer early = client.download(id);
        assertAll(
                () -> assertEquals(400, early.status(), early.text()),
                () -> assertEquals("Conversion not yet completed", early.at("/error")),
                () -> assertEquals("completed", early.at("/currentStatus")));
        fermata.clock().advance(LONG.multipliedBy(2));
        assertEquals(200, client.download(id).status());
    }

    @Test
    void vanishes() {
        String id = convertWith(new JobFault.Vanishes(50));
        assertEquals(200, client.status(id).status());
        assertEquals(404, later(id).status());
        assertEquals(404, client.download(id).status());
        assertEquals(9, credits());
    }

    @Test
    void stallsWhereAnotherJobWouldAwaitItsClient() {
        String id = convertWith(new JobFault.AwaitsForever());
        Answer stalled = later(id);
        assertEquals("processing", stalled.at("/status"), stalled.text());
        assertEquals(stalled.text(), later(id).text());
    }
}
