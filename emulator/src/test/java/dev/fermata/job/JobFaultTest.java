package dev.fermata.job;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.document.facts.Facts;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobState;
import dev.fermata.job.timeline.JobState.Kind;
import dev.fermata.score.content.Audio;
import dev.fermata.score.content.Corrections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes otherwise with a job, at every pace. */
class JobFaultTest {
    private static final Facts.Problem DAMAGED = Facts.Problem.DAMAGED;

    @TempDir
    private Path folder;

    private Engine engine(Pace pace, JobFault fault) {
        return Engine.with(pace, fault, folder);
    }

    private static JobState last(List<JobState> seen) {
        return seen.get(seen.size() - 1);
    }

    /** When so much of the work is done, at a pace that goes by time. */
    private static Instant reached(Job job, int percent) {
        Script script = job.script();
        long all = script.perPage()
                .multipliedBy(script.pages())
                .plus(script.finishing())
                .toNanos();
        return job.turnAt().plusNanos((all * percent + 99) / 100);
    }

    @Nested
    class IsRefused {
        @Test
        void outsideOfItsRange() {
            List<Executable> made = List.of(
                    () -> At.percent(-1),
                    () -> At.percent(100),
                    () -> At.page(0),
                    () -> new JobFault.Stalls(-1),
                    () -> new JobFault.Stalls(100),
                    () -> new JobFault.Slower(0),
                    () -> new JobFault.Slower(-1),
                    () -> new JobFault.Slower(1_000_001),
                    () -> new JobFault.Slower(Double.NaN),
                    () -> new JobFault.Slower(Double.POSITIVE_INFINITY),
                    () -> new JobFault.GoesBack(0, 0),
                    () -> new JobFault.GoesBack(100, 0),
                    () -> new JobFault.GoesBack(50, 50),
                    () -> new JobFault.GoesBack(50, -1),
                    () -> new JobFault.ResultLate(Duration.ZERO),
                    () -> new JobFault.ResultLate(Duration.ofMillis(-1)),
                    () -> new JobFault.ResultLate(Duration.ofDays(36_501)),
                    () -> new JobFault.Vanishes(-1),
                    () -> new JobFault.Vanishes(101));
            made.forEach(each -> assertThrows(IllegalArgumentException.class, each));
        }

        @Test
        void withWordsThatSayWhy() {
            assertEquals(
                    "this percent is between 0 and 49, not 50",
                    assertThrows(IllegalArgumentException.class, () -> new JobFault.GoesBack(50, 50))
                            .getMessage());
        }
    }

    @Nested
    class AJobThatFails {
        private JobFault at(At at) {
            return new JobFault.Fails(Failure.TIMEOUT, at);
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void showsExactlyThatPercent(Pace pace) {
            for (int percent : new int[] {0, 1, 33, 50, 66, 67, 99}) {
                Engine engine = engine(pace, at(At.percent(percent)));
                JobState end = last(engine.seenOf(engine.start(2)));
                assertEquals(
                        JobState.failed(Failure.TIMEOUT, percent, end.since()), end, pace + " at " + percent + " %");
                assertEquals(100, engine.balance());
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"REALISTIC", "FAST"})
        void doesSoAtTheVeryInstantAtWhichItIsReached(Pace pace) {
            for (int percent = 0; percent < 100; percent++) {
                Engine engine = engine(pace, at(At.percent(percent)));
                Job job = engine.start(3);
                Instant at = reached(job, percent);
                assertNotEquals(Kind.FAILED, job.stateAt(at.minusNanos(1)).kind());
                assertEquals(JobState.failed(Failure.TIMEOUT, percent, at), job.stateAt(at));
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"INSTANT"})
        void readsThatPageAndNoOther(Pace pace) {
            Engine engine = engine(pace, at(At.page(2)));
            List<JobState> seen = engine.seenOf(engine.start(3));
            assertEquals(List.of(0, 1, 2, 0), seen.stream().map(JobState::page).toList(), seen.toString());
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void failsWithItsLastPageWhenThereAreFewer(Pace pace) {
            Engine fewer = engine(pace, at(At.page(1_000_000_000)));
            Engine last = engine(pace, at(At.page(3)));
            assertEquals(last.seenOf(last.start(3)), fewer.seenOf(fewer.start(3)));
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void failsOfItsFileIfThatComesFirst(Pace pace) {
            for (int page = 1; page <= 3; page++) {
                Engine engine = engine(pace, at(At.page(page)));
                InputFile damaged = Engine.file(1, Optional.of(DAMAGED));
                Job job =
                        engine.start(Order.Kind.CONVERSION, false, Engine.file(1, Optional.empty()), damaged, damaged);
                Failure expected = page <= 2 ? Failure.TIMEOUT : Failure.CORRUPTED;
                assertEquals(Optional.of(expected), last(engine.seenOf(job)).failure());
            }
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void keepsItsCreditsWhereTheVendorSaysSo(Pace pace) {
            JobFaults fails = (order, files) -> Optional.of(at(At.percent(50)));
            Engine engine = new Engine(new Jobs.Rules(pace, 1, 1, false), fails, folder);
            engine.seenOf(engine.start(2));
            assertEquals(98, engine.balance());
        }

        @Test
        void failsAfterTheReviewIfThatComesFirst() {
            Engine engine = engine(Pace.REALISTIC, at(At.percent(99)));
            Job job = engine.startReviewed(2);
            assertEquals(Kind.AWAITING, last(engine.seenOf(job)).kind());
            engine.clock.advance(Duration.ofDays(1));
            engine.jobs.resume(job, Corrections.NONE);
            assertEquals(99, last(engine.seenOf(job)).percent());
            assertEquals(Kind.FAILED, engine.stateOf(job).kind());
            assertEquals(100, engine.balance());
        }
    }

    @Nested
    class AJobThatStalls {
        @ParameterizedTest
        @EnumSource(Pace.class)
        void staysAtExactlyThatPercent(Pace pace) {
            for (int percent : new int[] {0, 1, 33, 50, 66}) {
                Engine engine = engine(pace, new JobFault.Stalls(percent));
                Job job = engine.start(2);
                engine.seenOf(job);
                engine.clock.advance(Duration.ofDays(10_000));
                JobState state = engine.stateOf(job);
                assertEquals(Kind.READING, state.kind(), pace + " at " + percent);
                assertEquals(percent, state.percent());
                assertEquals(Optional.empty(), engine.now(job).nextChange(engine.clock.instant()));
            }
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void showsThatItsPagesAreReadWhereTheyAre(Pace pace) {
            Engine engine = engine(pace, new JobFault.Stalls(98));
            JobState end = last(engine.seenOf(engine.start(2)));
            assertEquals(JobState.of(Kind.FINISHING, 98, end.since()), end);
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"POLLS", "MANUAL"})
        void takesNoMoreSteps(Pace pace) {
            Engine engine = engine(pace, new JobFault.Stalls(50));
            Job job = engine.start(2);
            engine.seenOf(job);
            JobState stalled = engine.stateOf(job);
            engine.clock.advance(Duration.ofSeconds(1));
            assertFalse(engine.jobs.step(job));
            assertEquals(Optional.of(stalled), engine.jobs.clients().poll(job));
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void isStillEndedByHand(Pace pace) {
            Engine engine = engine(pace, new JobFault.Stalls(40));
            List<Job> jobs =
                    IntStream.range(0, 3).mapToObj(i -> engine.startReviewed(2)).toList();
            jobs.forEach(engine::seenOf);
            assertEquals(94, engine.balance());
            engine.jobs.cancel(jobs.get(0));
            engine.jobs.finish(jobs.get(1));
            engine.jobs.fail(jobs.get(2), Failure.TABLATURE);
            assertAll(
                    () -> assertEquals(
                            List.of(Kind.CANCELED, Kind.DONE, Kind.FAILED),
                            jobs.stream().map(job -> engine.stateOf(job).kind()).toList()),
                    () -> assertEquals(40, engine.stateOf(jobs.get(0)).percent()),
                    () -> assertEquals(Job.Result.READY, engine.now(jobs.get(1)).resultAt(engine.clock.instant())),
                    () -> assertEquals(98, engine.balance(), "one of them is paid for"));
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void isCanceledAtItsDeadlineAndGivesItsCreditsBack(Pace pace) {
            Engine engine = engine(pace, new JobFault.Stalls(40));
            Job job = engine.start(Order.Kind.JOB, false, Engine.file(2, Optional.empty()));
            engine.seenOf(job);
            assertEquals(job.expiresAt(), engine.now(job).nextChange(engine.clock.instant()));
            engine.clock.advance(Duration.ofDays(30));
            assertEquals(Kind.CANCELED, engine.stateOf(job).kind());
            assertEquals(100, engine.balance());
        }

        @ParameterizedTest
        @EnumSource(Pace.class)
        void awaitsItsReviewBeforeItStallsAfterIt(Pace pace) {
            Engine engine = engine(pace, new JobFault.Stalls(98));
            Job job = engine.startReviewed(1);
            assertEquals(Kind.AWAITING, last(engine.seenOf(job)).kind());
            engine.jobs.resume(job, Corrections.NONE);
            JobState end = last(engine.seenOf(job));
            assertEquals(JobState.of(Kind.FINISHING, 98, end.since()), end);
        }
    }

    @Nested
    class ASlowerJob {
        @ParameterizedTest
        @ValueSource(doubles = {0.001, 0.5, 1, 3, 1_000_000})
        void takesSoManyTimesAsLong(double factor) {
            Engine plain = new Engine(new Jobs.Rules(Pace.REALISTIC, 1, 1, true), JobFaults.NONE, folder);
            Engine slow = engine(Pace.REALISTIC, new JobFault.Slower(factor));
            Instant began = plain.clock.instant();
            List<JobState> usual = plain.seenOf(plain.start(3));
            List<JobState> slower = slow.seenOf(slow.start(3));
            assertEquals(usual.size(), slower.size());
            for (int i = 1; i < usual.size(); i++) {
                double expected = factor * nanos(began, usual.get(i).since());
                assertEquals(expected, nanos(began, slower.get(i).since()), 10);
                assertEquals(usual.get(i).kind(), slower.get(i).kind());
                assertEquals(usual.get(i).percent(), slower.get(i).percent());
            }
        }

        private double nanos(Instant from, Instant to) {
            return Duration.between(from, to).toNanos();
        }

        @Test
        void ofAHundredThousandPagesIsStillCounted() {
            Engine engine = new Engine(
                    new Jobs.Rules(Pace.REALISTIC, Jobs.NOBODY_WAITS, 1, true),
                    (order, files) -> Optional.of(new JobFault.Slower(1_000_000)),
                    folder);
            engine.credits.grant(100_000, engine.clock.instant());
            Job job = engine.start(100_000);
            engine.clock.setTo(Instant.parse("6000-01-01T00:00:00Z"));
            assertEquals(Kind.READING, engine.stateOf(job).kind());
            assertTrue(engine.stateOf(job).percent() > 50, engine.stateOf(job).toString());
            assertFalse(engine.now(job).nextChange(engine.clock.instant()).isEmpty());
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"INSTANT", "POLLS", "MANUAL"})
        void isAsUsualWhereNoTimePasses(Pace pace) {
            Engine plain = new Engine(new Jobs.Rules(pace, 1, 1, true), JobFaults.NONE, folder);
            Engine slow = engine(pace, new JobFault.Slower(1_000));
            assertEquals(plain.seenOf(plain.start(3)), slow.seenOf(slow.start(3)));
        }

        @Test
        void mayNotEndInTimeAndThenGivesItsCreditsBack() {
            Engine engine = engine(Pace.REALISTIC, new JobFault.Slower(1_000_000));
            Job job = engine.start(Order.Kind.JOB, false, Engine.file(3, Optional.empty()));
            engine.clock.advance(Duration.ofDays(30));
            assertEquals(Kind.CANCELED, engine.stateOf(job).kind());
            assertEquals(100, engine.balance());
        }
    }

    @Nested
    class AJobThatGoesBack {
        @ParameterizedTest
        @EnumSource(Pace.class)
        void isDoneAllTheSameWhereverItDropsHoweverShortItIs(Pace pace) {
            for (int pages : new int[] {1, 2, 7}) {
                for (int from : new int[] {1, 49, 50, 51, 60, 99}) {
                    Engine engine = engine(pace, new JobFault.GoesBack(from, 0));
                    assertEquals(
                            Kind.DONE, last(engine.seenOf(engine.start(pages))).kind(), pages + " from " + from);
                }
            }
        }

        private final JobFault back = new JobFault.GoesBack(50, 10);

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"REALISTIC", "FAST"})
        void dropsOnceAndClimbsToItsUsualEnd(Pace pace) {
            Engine plain = new Engine(new Jobs.Rules(pace, 1, 1, true), JobFaults.NONE, folder);
            Instant usualEnd = last(plain.seenOf(plain.start(3))).since();
            Engine engine = engine(pace, back);
            Job job = engine.start(3);
            Instant fall = reached(job, 50);
            assertAll(
                    () -> assertEquals(49, job.stateAt(fall.minusNanos(1)).percent()),
                    () -> assertEquals(10, job.stateAt(fall).percent()),
                    () -> assertEquals(99, job.stateAt(usualEnd.minusNanos(1)).percent()),
                    () -> assertEquals(JobState.done(usualEnd), job.stateAt(usualEnd)));
            int falls = 0;
            for (Instant at = job.turnAt(); at.isBefore(usualEnd); at = at.plusMillis(1)) {
                int before = job.stateAt(at.minusMillis(1)).percent();
                falls += job.stateAt(at).percent() < before ? 1 : 0;
            }
            assertEquals(1, falls);
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"REALISTIC", "FAST"})
        void isNewsToWhoeverWaits(Pace pace) {
            Engine engine = engine(pace, back);
            Job job = engine.start(1);
            Instant fall = reached(job, 50);
            JobState before = job.stateAt(job.turnAt());
            assertEquals(Optional.of(fall), job.nextChange(job.turnAt()));
            assertTrue(job.stateAt(fall).differsFrom(before), "though it shows more than it did at first");
            assertFalse(job.stateAt(fall.plusNanos(1)).differsFrom(job.stateAt(fall)));
        }

        @Test
        void mayDoSoAfterTheReview() {
            Engine engine = engine(Pace.REALISTIC, new JobFault.GoesBack(95, 20));
            Job job = engine.startReviewed(2);
            engine.seenOf(job);
            engine.jobs.resume(job, Corrections.NONE);
            List<JobState> seen = engine.seenOf(job);
            assertEquals(20, seen.get(1).percent(), seen.toString());
            assertEquals(Kind.FINISHING, seen.get(1).kind());
            assertEquals(Kind.DONE, last(seen).kind());
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"POLLS", "MANUAL"})
        void dropsWithAStepWhereItGoesBySteps(Pace pace) {
            Engine engine = engine(pace, back);
            assertEquals(
                    List.of(0, 11, 22, 33, 44, 10, 32, 55, 77, 100),
                    engine.seenOf(engine.start(8)).stream()
                            .map(JobState::percent)
                            .toList());
        }

        @Test
        void isJustDoneWhereThatIsThePace() {
            Engine engine = engine(Pace.INSTANT, back);
            assertEquals(100, engine.stateOf(engine.start(8)).percent());
        }
    }

    @Nested
    class AJobWithoutResult {
        @ParameterizedTest
        @EnumSource(Pace.class)
        void isDoneAndPaidFor(Pace pace) {
            Engine engine = engine(pace, new JobFault.WithoutResult());
            Job job = engine.start(2);
            assertEquals(Kind.DONE, last(engine.seenOf(job)).kind());
            engine.clock.advance(Duration.ofDays(1_000));
            assertEquals(Job.Result.MISSING, engine.now(job).resultAt(engine.clock.instant()));
            assertEquals(98, engine.balance());
        }

        @Test
        void hasNoneBeforeEither() {
            Engine engine = engine(Pace.REALISTIC, new JobFault.WithoutResult());
            assertEquals(Job.Result.NOT_READY, engine.start(2).resultAt(engine.clock.instant()));
        }
    }

    @Nested
    class AJobWithALateResult {
        @ParameterizedTest
        @EnumSource(Pace.class)
        void isDoneAndTheResultFollows(Pace pace) {
            Engine engine = engine(pace, new JobFault.ResultLate(Duration.ofHours(2)));
            Job started = engine.start(2);
            Instant done = last(engine.seenOf(started)).since();
            Job job = engine.now(started);
            Instant ready = done.plus(Duration.ofHours(2));
            assertAll(
                    () -> assertEquals(Kind.DONE, job.stateAt(done).kind()),
                    () -> assertEquals(Job.Result.NOT_READY, job.resultAt(done)),
                    () -> assertEquals(Job.Result.NOT_READY, job.resultAt(ready.minusNanos(1))),
                    () -> assertEquals(Job.Result.READY, job.resultAt(ready)),
                    () -> assertEquals(98, engine.balance()));
        }
    }

    @Nested
    class AJobThatVanishes {
        @ParameterizedTest
        @EnumSource(Pace.class)
        void isNotFoundFromThatPercentOnThoughItGoesOn(Pace pace) {
            for (int percent : new int[] {0, 1, 50, 99, 100}) {
                Engine engine = engine(pace, new JobFault.Vanishes(percent));
                Job job = engine.start(2);
                for (JobState state : engine.seenOf(job)) {
                    assertEquals(state.percent() < percent, job.isSeenIn(state), state.toString());
                }
                assertEquals(Kind.DONE, engine.stateOf(job).kind());
                assertEquals(List.of(), engine.jobs.clients().of(engine.account));
                assertEquals(Optional.empty(), engine.jobs.clients().find(job.id(), engine.account));
                assertEquals(Optional.of(job.id()), engine.jobs.find(job.id()).map(Job::id));
                assertEquals(98, engine.balance());
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Pace.class,
                names = {"REALISTIC", "FAST"})
        void doesSoAtTheVeryInstant(Pace pace) {
            Engine engine = engine(pace, new JobFault.Vanishes(40));
            Job job = engine.start(1);
            Instant gone = reached(job, 40);
            assertTrue(job.isSeenAt(gone.minusNanos(1)));
            assertFalse(job.isSeenAt(gone));
            assertEquals(Optional.of(gone), job.nextChange(job.turnAt()));
        }

        @Test
        void isNotShownByThePollThatMakesItVanish() {
            Engine engine = engine(Pace.POLLS, new JobFault.Vanishes(50));
            Job job = engine.start(2);
            assertTrue(engine.jobs.clients().poll(job).isPresent());
            assertEquals(Optional.empty(), engine.jobs.clients().poll(job));
        }
    }

    @Nested
    class AJobThatAwaitsForever {
        private final JobFault awaits = new JobFault.AwaitsForever();

        @ParameterizedTest
        @EnumSource(Pace.class)
        void doesSoThoughNobodyAskedAndWhateverIsSaid(Pace pace) {
            for (boolean asked : new boolean[] {true, false}) {
                Engine engine = engine(pace, awaits);
                Job job = engine.start(Order.Kind.JOB, asked, Engine.file(2, Optional.empty()));
                JobState awaiting = last(engine.seenOf(job));
                assertEquals(Kind.AWAITING, awaiting.kind());
                for (int i = 0; i < 2; i++) {
                    engine.clock.advance(Duration.ofDays(1));
                    assertEquals(Optional.empty(), engine.jobs.resume(job, Corrections.NONE));
                    assertEquals(awaiting, last(engine.seenOf(job)));
                }
                engine.jobs.cancel(job);
                assertEquals(Kind.CANCELED, engine.stateOf(job).kind());
                assertEquals(100, engine.balance());
            }
        }

        @ParameterizedTest
        @EnumSource(
                value = Order.Kind.class,
                names = {"IMPORT", "CONVERSION"})
        void stallsWithItsLastPageWhereTheClientHasNothingToSay(Order.Kind kind) {
            for (Pace pace : Pace.values()) {
                Engine engine = engine(pace, awaits);
                Job job = engine.start(kind, false, Engine.file(2, Optional.empty()));
                JobState end = last(engine.seenOf(job));
                assertEquals(Kind.READING, end.kind(), pace.toString());
                assertEquals(2, end.page());
                assertEquals(job.script().work().percentAt(job.script().work().read()), end.percent());
            }
        }
    }

    private static Stream<JobFault> everyTwist() {
        return Stream.of(
                new JobFault.Fails(Failure.GENERIC, At.percent(37)),
                new JobFault.Fails(Failure.GENERIC, At.percent(97)),
                new JobFault.Fails(Failure.GENERIC, At.page(2)),
                new JobFault.Stalls(37),
                new JobFault.Stalls(97),
                new JobFault.Slower(0.3),
                new JobFault.GoesBack(60, 5),
                new JobFault.GoesBack(97, 5),
                new JobFault.WithoutResult(),
                new JobFault.ResultLate(Duration.ofSeconds(1)),
                new JobFault.Vanishes(37),
                new JobFault.Vanishes(97),
                new JobFault.Vanishes(100),
                new JobFault.AwaitsOnce(),
                new JobFault.AwaitsForever());
    }

    /** A client that waits looks again only when it is told to, so nothing may happen in between. */
    @ParameterizedTest
    @MethodSource("everyTwist")
    void nothingIsToBeSeenThatWasNotForetold(JobFault fault) {
        for (boolean review : new boolean[] {true, false}) {
            Engine engine = engine(Pace.REALISTIC, fault);
            Job job = engine.start(Order.Kind.JOB, review, Engine.file(3, Optional.empty()));
            Instant foretold =
                    engine.now(job).nextChange(engine.clock.instant()).orElseThrow();
            JobState before = engine.stateOf(job);
            for (int millis = 0; millis < 10_000; millis++) {
                engine.clock.advance(Duration.ofMillis(1));
                if (millis == 9_000) {
                    engine.jobs.resume(job, Corrections.NONE);
                    before = engine.stateOf(job);
                    foretold =
                            engine.now(job).nextChange(engine.clock.instant()).orElse(Instant.MAX);
                }
                JobState state = engine.stateOf(job);
                if (state.differsFrom(before) || job.isSeenIn(state) != job.isSeenIn(before)) {
                    assertFalse(engine.clock.instant().isBefore(foretold), state + " was not foretold: " + before);
                }
                if (!engine.clock.instant().isBefore(foretold)) {
                    before = state;
                    foretold =
                            engine.now(job).nextChange(engine.clock.instant()).orElse(Instant.MAX);
                }
            }
        }
    }

    @Nested
    class TheFates {
        private final List<Integer> asked = new ArrayList<>();

        private final JobFaults counting = (order, files) -> {
            asked.add(files.size());
            return Optional.empty();
        };

        private Engine engine;

        @BeforeEach
        void open() {
            engine = new Engine(new Jobs.Rules(Pace.REALISTIC, 1, 2, true), counting, folder);
        }

        @Test
        void areAskedOnceForEachJobThatStarts() {
            Job job = engine.start(2);
            engine.seenOf(job);
            engine.start(Order.Kind.JOB, true, Engine.file(1, Optional.empty()), Engine.file(1, Optional.empty()));
            assertEquals(List.of(1, 2), asked);
        }

        @Test
        void areAskedWhenADraftIsStartedAndNotBefore() {
            InputFile file = Engine.file(1, Optional.empty());
            var draft = (Submission.Accepted) engine.jobs.draft(engine.order(Order.Kind.JOB, false), List.of(file));
            engine.jobs.add(draft.job(), file);
            assertEquals(List.of(), asked);
            engine.jobs.start(draft.job());
            engine.jobs.start(draft.job());
            assertEquals(List.of(2), asked);
        }

        @Test
        void areNotAskedForWhatIsRefused() {
            List<InputFile> dear = List.of(Engine.file(101, Optional.empty()));
            engine.jobs.submit(engine.order(Order.Kind.IMPORT, false), dear);
            engine.jobs.submit(engine.order(Order.Kind.IMPORT, false), List.of());
            assertEquals(List.of(), asked);
        }

        @Test
        void areAskedForAnExportWhichReadsNoFiles() {
            engine.jobs.export("export", engine.account, new Export("score", "revision", Audio.MP3.label(), Set.of()));
            assertEquals(List.of(0), asked);
        }
    }
}
