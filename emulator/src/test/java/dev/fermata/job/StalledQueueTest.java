package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.JobState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is served when, with two servers and jobs of one page, of which the first two stall:
 *
 * <pre>
 *   a |--------------------- …
 *   b |----------| ended by hand
 *   c            |----|
 *   d                 |----|
 * </pre>
 */
class StalledQueueTest {
    private Engine engine;
    private List<Job> line;

    @BeforeEach
    void submit(@TempDir Path folder) {
        JobFaults firstTwo = (order, files) ->
                Optional.of(order).filter(it -> it.id().matches("job-[01]")).map(it -> new JobFault.Stalls(50));
        engine = new Engine(new Jobs.Rules(Pace.REALISTIC, 2, 100, false), firstTwo, folder);
        line = IntStream.range(0, 4).mapToObj(i -> engine.start(1)).toList();
        engine.clock.advance(Duration.ofDays(365));
    }

    private Job job(int index) {
        return engine.now(line.get(index));
    }

    private Instant start(int job) {
        return job(job).startsAt().orElseThrow();
    }

    private JobState.Kind kind(int job) {
        return engine.stateOf(job(job)).kind();
    }

    private List<Integer> positions() {
        return line.stream()
                .map(job -> engine.jobs.position(job, engine.clock.instant()))
                .toList();
    }

    @Test
    void thoseBehindWaitForNobodyKnowsHowLong() {
        assertEquals(JobState.Kind.READING, kind(0));
        assertEquals(JobState.Kind.QUEUED, kind(2));
        assertEquals(Optional.empty(), job(2).startsAt());
        assertEquals(Optional.empty(), job(2).nextChange(engine.clock.instant()));
        assertEquals(List.of(1, 1, 1, 2), positions());
    }

    @Test
    void theNextStartsWhenOneIsEndedByHand() {
        engine.jobs.fail(job(1), Failure.TIMEOUT);
        assertEquals(engine.clock.instant(), start(2));
        assertEquals(job(2).leavesAt(), start(3), "there is still one server for all");
        engine.clock.setTo(start(3));
        assertEquals(JobState.Kind.DONE, kind(2));
    }

    @Test
    void bothServersAreFreeWhenBothAreEndedByHand() {
        engine.jobs.finish(job(0));
        engine.jobs.cancel(job(1));
        assertEquals(engine.clock.instant(), start(2));
        assertEquals(engine.clock.instant(), start(3));
    }

    @Test
    void whoWaitsBehindMayGiveUp() {
        engine.jobs.cancel(job(2));
        assertEquals(JobState.Kind.CANCELED, kind(2));
        assertEquals(1, engine.jobs.position(job(3), engine.clock.instant()));
        engine.jobs.finish(job(0));
        assertEquals(engine.clock.instant(), start(3));
    }

    @Test
    void whoComesLaterWaitsToo() {
        Job later = engine.start(1);
        assertEquals(Optional.empty(), later.startsAt());
        engine.jobs.finish(job(0));
        engine.jobs.finish(job(1));
        assertEquals(job(2).leavesAt(), engine.now(later).startsAt().orElseThrow());
    }
}
