package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.document.facts.Facts;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.score.content.Corrections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of the credits, whatever befalls a job and whatever is done to it. */
class FaultyLedgerTest {
    private static final int OPERATIONS = 2_000;

    private final Random random = new Random(1);
    private final List<Job> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private static Stream<Arguments> everyTwistAtEveryPace() {
        return Stream.of(
                        new JobFault.Fails(Failure.GENERIC, At.percent(50)),
                        new JobFault.Fails(Failure.GENERIC, At.page(1)),
                        new JobFault.Stalls(50),
                        new JobFault.Slower(1_000),
                        new JobFault.GoesBack(50, 10),
                        new JobFault.WithoutResult(),
                        new JobFault.ResultLate(Duration.ofHours(1)),
                        new JobFault.Vanishes(50),
                        new JobFault.AwaitsOnce(),
                        new JobFault.AwaitsForever())
                .flatMap(fault -> Stream.of(Pace.values()).map(pace -> Arguments.of(fault, pace)));
    }

    @ParameterizedTest
    @MethodSource("everyTwistAtEveryPace")
    void hold(JobFault fault, Pace pace) {
        Engine engine = Engine.with(pace, fault, folder);
        for (int i = 0; i < OPERATIONS; i++) {
            act(engine);
            assertTrue(engine.balance() >= 0, "the balance is negative");
        }
        Instant now = engine.clock.instant();
        List<Entry> entries = engine.credits.entries(now);
        assertEquals(engine.balance(), entries.stream().mapToInt(Entry::amount).sum());
        assertTrue(started.size() > 50, "too few jobs were started: " + started.size());
        for (Job job : started.stream().map(engine::now).toList()) {
            boolean unpaid = job.stateAt(now).isUnpaid();
            assertAll(
                    () -> assertEquals(-job.cost(), sum(entries, job, Reason.CHARGE), "charged once"),
                    () -> assertEquals(
                            unpaid ? job.cost() : 0,
                            sum(entries, job, Reason.REVERSAL),
                            () -> "given back where " + job.stateAt(now)));
        }
    }

    private static int sum(List<Entry> entries, Job job, Reason reason) {
        return entries.stream()
                .filter(entry -> entry.job().equals(job.id()) && entry.reason() == reason)
                .mapToInt(Entry::amount)
                .sum();
    }

    private void act(Engine engine) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            submit(engine);
        } else if (dice < 40) {
            any().ifPresent(engine.jobs.clients()::poll);
        } else if (dice < 55) {
            any().ifPresent(engine.jobs::step);
        } else if (dice < 60) {
            any().ifPresent(job -> engine.jobs.resume(job, Corrections.NONE));
        } else if (dice < 66) {
            any().ifPresent(engine.jobs::cancel);
        } else if (dice < 69) {
            any().ifPresent(job -> engine.jobs.fail(job, Failure.TIMEOUT));
        } else if (dice < 72) {
            any().ifPresent(engine.jobs::finish);
        } else if (dice < 78) {
            engine.credits.grant(1, engine.clock.instant());
        } else if (dice < 99) {
            engine.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        } else {
            engine.clock.advance(Duration.ofDays(random.nextInt(20)));
        }
    }

    private void submit(Engine engine) {
        Optional<Facts.Problem> problem =
                Optional.of(Facts.Problem.ENCRYPTED).filter(unlucky -> random.nextInt(10) == 0);
        Order.Kind kind = random.nextBoolean() ? Order.Kind.JOB : Order.Kind.IMPORT;
        Order order = engine.order(kind, random.nextBoolean());
        if (engine.jobs.submit(order, List.of(Engine.file(1 + random.nextInt(3), problem)))
                instanceof Submission.Accepted accepted) {
            started.add(accepted.job());
        }
    }

    private Optional<Job> any() {
        return started.isEmpty() ? Optional.empty() : Optional.of(started.get(random.nextInt(started.size())));
    }
}
