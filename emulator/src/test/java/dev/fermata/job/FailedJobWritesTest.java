package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.job.order.Export;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.score.content.Corrections;
import dev.fermata.table.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operation of jobs that fails at any of its writes, or at the commit, changes nothing, and succeeds when repeated. */
class FailedJobWritesTest {
    private static final class BrokenDisk extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Fails once, at a write or at the commit after all of them. */
    private static final class FailingStore implements Store {
        private int left = Integer.MAX_VALUE;
        private boolean hasFailed;

        void failAt(int step) {
            left = step;
            hasFailed = false;
        }

        @Override
        public void write(Write write) {
            step();
        }

        @Override
        public void commit() {
            step();
        }

        private void step() {
            if (--left == 0) {
                left = Integer.MAX_VALUE;
                hasFailed = true;
                throw new BrokenDisk();
            }
        }
    }

    private record Operation(String name, Pace pace, Function<Engine, Job> before, BiConsumer<Engine, Job> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path folder;

    static Stream<Operation> operations() {
        return Stream.of(
                new Operation("submit", Pace.REALISTIC, FailedJobWritesTest::other, (engine, job) -> engine.start(3)),
                new Operation("draft", Pace.REALISTIC, FailedJobWritesTest::other, (engine, job) -> draft(engine)),
                new Operation(
                        "add a file",
                        Pace.REALISTIC,
                        FailedJobWritesTest::draft,
                        (engine, job) -> engine.jobs.add(job, Engine.file(1, Optional.empty()))),
                new Operation(
                        "start", Pace.REALISTIC, FailedJobWritesTest::draft, (engine, job) -> engine.jobs.start(job)),
                new Operation("step", Pace.MANUAL, FailedJobWritesTest::other, (engine, job) -> engine.jobs.step(job)),
                new Operation(
                        "poll",
                        Pace.POLLS,
                        FailedJobWritesTest::other,
                        (engine, job) -> engine.jobs.clients().poll(job)),
                new Operation(
                        "review",
                        Pace.REALISTIC,
                        FailedJobWritesTest::reviewed,
                        (engine, job) -> engine.jobs.resume(job, Corrections.NONE)),
                new Operation(
                        "cancel", Pace.REALISTIC, FailedJobWritesTest::other, (engine, job) -> engine.jobs.cancel(job)),
                new Operation(
                        "fail",
                        Pace.REALISTIC,
                        FailedJobWritesTest::other,
                        (engine, job) -> engine.jobs.fail(job, Failure.GENERIC)),
                new Operation(
                        "finish", Pace.REALISTIC, FailedJobWritesTest::other, (engine, job) -> engine.jobs.finish(job)),
                new Operation(
                        "erase", Pace.REALISTIC, FailedJobWritesTest::ended, (engine, job) -> engine.jobs.erase(job)),
                new Operation(
                        "expire",
                        Pace.REALISTIC,
                        FailedJobWritesTest::expired,
                        (engine, job) -> engine.jobs.eraseExpired(engine.clock.instant())),
                new Operation(
                        "export",
                        Pace.REALISTIC,
                        FailedJobWritesTest::other,
                        (engine, job) -> engine.jobs.export(
                                "export", engine.account, new Export("score", "revision", "mp3", Set.of()))));
    }

    private static Job other(Engine engine) {
        engine.start(2);
        Job job = engine.start(4);
        engine.start(1);
        return job;
    }

    private static Job draft(Engine engine) {
        Order order = engine.order(Order.Kind.JOB, false);
        return ((Submission.Accepted) engine.jobs.draft(order, List.of(Engine.file(2, Optional.empty())))).job();
    }

    private static Job reviewed(Engine engine) {
        Job job = engine.startReviewed(1);
        engine.clock.advance(Duration.ofMinutes(10));
        return job;
    }

    private static Job ended(Engine engine) {
        Job job = engine.start(Order.Kind.JOB, false, Engine.file(2, Optional.empty()));
        engine.clock.advance(Duration.ofMinutes(10));
        return job;
    }

    private static Job expired(Engine engine) {
        Job job = ended(engine);
        engine.clock.advance(Duration.ofDays(60));
        return job;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void changesNothing(Operation operation) {
        int steps = 0;
        boolean fails = true;
        while (fails) {
            steps++;
            FailingStore store = new FailingStore();
            Engine engine = new Engine(
                    new Jobs.Rules(operation.pace(), 1, 100, true),
                    JobFaults.NONE,
                    folder.resolve(operation.name() + steps),
                    store);
            Job job = operation.before().apply(engine);
            engine.balance(); // enters what is due
            Map<String, List<Object>> before = rows(engine);
            List<Integer> line = line(engine);
            store.failAt(steps);
            fails = failsIn(engine, job, operation, store);
            if (fails) {
                assertAll(() -> assertEquals(before, rows(engine)), () -> assertEquals(line, line(engine)));
                operation.work().accept(engine, job);
            }
            assertTrue(!rows(engine).equals(before), operation + " changes something when nothing fails");
        }
        assertTrue(steps > 2, operation + " has a write and a commit");
    }

    private static boolean failsIn(Engine engine, Job job, Operation operation, FailingStore store) {
        try {
            operation.work().accept(engine, job);
        } catch (BrokenDisk expected) {
            return true;
        } finally {
            store.left = Integer.MAX_VALUE;
        }
        assertTrue(!store.hasFailed, "a failure of the store must not be swallowed");
        return false;
    }

    private static Map<String, List<Object>> rows(Engine engine) {
        return engine.tables.all().stream()
                .collect(Collectors.toMap(
                        table -> table.name(),
                        table -> table.all().stream()
                                .map(row -> row instanceof Job job ? (Object) job.state(Optional.empty()) : row)
                                .toList()));
    }

    private static List<Integer> line(Engine engine) {
        return engine.jobs.all().stream()
                .filter(Job::isStarted)
                .map(job -> engine.jobs.position(job, engine.clock.instant()))
                .toList();
    }
}
