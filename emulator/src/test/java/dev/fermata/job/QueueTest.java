package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.Accounts.Opening;
import dev.fermata.account.Plan;
import dev.fermata.account.Token;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.facts.Facts;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.table.Store;
import dev.fermata.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is served when, with two servers and jobs of one page:
 *
 * <pre>
 *   a |----|
 *   b |----|
 *   c      |----|
 *   d      |----|
 *   e           |----|
 * </pre>
 */
class QueueTest {
    private static final Facts ONE_PAGE = new Facts(Facts.Format.PDF, 1, Optional.empty(), "", Optional.empty());
    private static final Document PDF = new Document("0".repeat(64), 1, ONE_PAGE, Path.of("none"));

    private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2026-06-16T12:00:00Z"));
    private final Tables tables = new Tables(Store.MEMORY);
    private final Accounts accounts = new Accounts(
            tables, "flat", new Accounts.Rules(new Opening(100, 0, Plan.PREMIUM, Optional.empty()), false, Map.of()));
    private final Account account = accounts.open(Token.of("default", "me"), same -> same, clock.instant());
    private final Jobs jobs;
    private final List<Job> line;

    QueueTest(@TempDir Path folder) {
        Documents documents = new Documents(folder.resolve("documents"));
        jobs = new Jobs(
                tables,
                "flat",
                new Jobs.Rules(Pace.REALISTIC, 2, 100, false),
                clock,
                accounts,
                new Scores(tables, (job, now) -> true),
                documents,
                new Answers(documents, Optional.empty()),
                JobFaults.NONE,
                new JobLimit(Integer.MAX_VALUE));
        line = IntStream.range(0, 5).mapToObj(i -> submit("job-" + i)).toList();
    }

    private Job submit(String id) {
        var order = new Order(id, Order.Kind.CONVERSION, account, Order.Terms.of(new Tariff(1, 1)), Wishes.NONE);
        return ((Submission.Accepted) jobs.submit(order, List.of(new InputFile(PDF, "")))).job();
    }

    private Job job(int index) {
        return jobs.find(line.get(index).id()).orElseThrow();
    }

    private List<Integer> positions() {
        return line.stream().map(job -> jobs.position(job, clock.instant())).toList();
    }

    private Instant start(int job) {
        return job(job).startsAt().orElseThrow();
    }

    @Test
    void eachStartsWhenAServerIsFree() {
        assertEquals(start(0), start(1));
        assertEquals(job(0).leavesAt(), start(2));
        assertEquals(job(1).leavesAt(), start(3));
        assertEquals(job(2).leavesAt(), start(4));
    }

    @Test
    void placesAreCountedAmongThoseThatWait() {
        assertEquals(List.of(1, 2, 3, 4, 5), positions());
        clock.setTo(start(0));
        assertEquals(List.of(1, 2, 3), positions().subList(2, 5));
        clock.setTo(start(2));
        assertEquals(1, positions().get(4));
    }

    @Nested
    class WhenOneIsEndedByHand {
        @Test
        void whileItRunsTheNextStartsAtOnce() {
            clock.setTo(start(0).plusMillis(10));
            jobs.finish(job(0));
            assertEquals(clock.instant(), start(2));
            assertEquals(List.of(1, 2), positions().subList(3, 5));
        }

        @Test
        void whileItWaitsThoseBehindMoveUp() {
            Instant startOfTheNext = start(4);
            jobs.fail(job(2), Failure.GENERIC);
            assertEquals(List.of(3, 4), positions().subList(3, 5));
            assertEquals(job(0).leavesAt(), start(3));
            assertEquals(job(1).leavesAt(), start(4));
            assertEquals(-1, Integer.signum(start(4).compareTo(startOfTheNext)));
        }

        @Test
        void twiceNothingMoreHappens() {
            jobs.fail(job(2), Failure.GENERIC);
            Instant next = start(3);
            clock.advance(Duration.ofMillis(5));
            jobs.finish(job(2));
            assertEquals(next, start(3));
            assertEquals(JobState.Kind.FAILED, job(2).stateAt(clock.instant()).kind());
        }
    }
}
