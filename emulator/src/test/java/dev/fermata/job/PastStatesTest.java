package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.job.order.Order;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Corrections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job knows its past: the state at an instant does not change when time goes on.
 *
 * <pre>
 *   submitted    step      step            canceled          asked again for
 *      |----------|----------|----------------|------ … ------ each instant
 *    queued     page 1     page 2          canceled
 * </pre>
 */
class PastStatesTest {
    private static final Duration TICK = Duration.ofSeconds(7);

    @TempDir
    Path folder;

    private final Map<Instant, JobState> seen = new LinkedHashMap<>();

    private Engine engine(Pace pace, int servers) {
        return new Engine(new Jobs.Rules(pace, servers, 100, true), JobFaults.NONE, folder);
    }

    private void look(Engine engine, Job job) {
        seen.put(engine.clock.instant(), engine.stateOf(job));
        engine.clock.advance(TICK);
    }

    private void assertRemembers(Engine engine, Job job) {
        engine.clock.advance(Duration.ofHours(1));
        assertTrue(seen.values().stream().distinct().count() > 1, "the job has changed: " + seen);
        Job row = engine.now(job);
        seen.forEach((instant, state) -> assertEquals(state, row.stateAt(instant), "at " + instant));
    }

    @Test
    void stepByStepUntilItIsDone() {
        Engine engine = engine(Pace.POLLS, Jobs.NOBODY_WAITS);
        Job job = engine.start(3);
        look(engine, job);
        for (int i = 0; i < 6; i++) {
            engine.jobs.clients().poll(job);
            look(engine, job);
        }
        assertRemembers(engine, job);
    }

    @Test
    void stepByStepUntilItIsCanceled() {
        Engine engine = engine(Pace.MANUAL, Jobs.NOBODY_WAITS);
        Job job = engine.start(3);
        look(engine, job);
        engine.jobs.step(job);
        look(engine, job);
        engine.jobs.cancel(job);
        look(engine, job);
        assertRemembers(engine, job);
    }

    @Test
    void byTimeThroughAReview() {
        Engine engine = engine(Pace.REALISTIC, Jobs.NOBODY_WAITS);
        Job job = engine.startReviewed(2);
        while (engine.stateOf(job).kind() != JobState.Kind.AWAITING) {
            look(engine, job);
        }
        look(engine, job);
        engine.jobs.resume(job, Corrections.NONE);
        for (int i = 0; i < 10; i++) {
            look(engine, job);
        }
        assertRemembers(engine, job);
    }

    @Test
    void byTimeUntilItFailsByHand() {
        Engine engine = engine(Pace.REALISTIC, Jobs.NOBODY_WAITS);
        Job job = engine.start(5);
        for (int i = 0; i < 4; i++) {
            look(engine, job);
        }
        engine.jobs.fail(job, Failure.GENERIC);
        look(engine, job);
        assertRemembers(engine, job);
    }

    @Test
    void ofATurnThatMovedUp() {
        Engine engine = engine(Pace.REALISTIC, 1);
        Job first = engine.start(9);
        Job second = engine.start(2);
        look(engine, second);
        engine.jobs.cancel(first);
        for (int i = 0; i < 12; i++) {
            look(engine, second);
        }
        assertRemembers(engine, second);
    }

    @Test
    void ofADraftThatWasStartedLater() {
        Engine engine = engine(Pace.REALISTIC, Jobs.NOBODY_WAITS);
        Order order = engine.order(Order.Kind.JOB, false);
        Job draft = ((Submission.Accepted) engine.jobs.draft(order, List.of(Engine.file(2, Optional.empty())))).job();
        look(engine, draft);
        engine.jobs.start(draft);
        for (int i = 0; i < 8; i++) {
            look(engine, draft);
        }
        assertRemembers(engine, draft);
    }
}
