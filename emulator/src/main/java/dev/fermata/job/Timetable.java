package dev.fermata.job;

import dev.fermata.job.Course.End;
import dev.fermata.job.Course.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job is when: computed from what has happened to it and from its script, never ticked. */
final class Timetable {
    private final Course course;
    private final Optional<Instant> expiresAt;

    /** The times of a job that is canceled if it has not ended when its time is over. */
    Timetable(Course course, Optional<Instant> expiresAt) {
        this.course = course;
        this.expiresAt = expiresAt;
    }

    JobState stateAt(Instant now) {
        if (expiresAt.isEmpty() || now.isBefore(expiresAt.get())) {
            return unexpiredAt(now);
        }
        JobState last = unexpiredAt(expiresAt.get());
        return last.isTerminal() ? last : JobState.of(JobState.Kind.CANCELED, last.percent(), expiresAt.get());
    }

    /** When the state of {@code now} gives way to another by itself; empty when that takes somebody. */
    Optional<Instant> nextChange(Instant now) {
        JobState state = stateAt(now);
        if (state.isTerminal()) {
            return Optional.empty();
        }
        Optional<Instant> next =
                course.run().filter(run -> !run.script().stepwise()).flatMap(run -> nextChange(run, state));
        return Stream.of(next, expiresAt).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Instant readBy(Run run, int page) {
        return run.turnAt().plus(run.script().perPage().multipliedBy(page));
    }

    private Optional<Instant> nextChange(Run run, JobState state) {
        return switch (state.kind()) {
            case QUEUED -> Optional.of(run.turnAt());
            case READING -> Optional.of(readBy(run, state.page()));
            case FINISHING -> Optional.of(state.since().plus(run.script().finishing()));
            case DRAFT, AWAITING, DONE, FAILED, CANCELED -> Optional.empty();
        };
    }

    private JobState unexpiredAt(Instant now) {
        if (course.end().isEmpty() || now.isBefore(course.end().get().at())) {
            return unendedAt(now);
        }
        End end = course.end().get();
        return end.kind() == JobState.Kind.DONE
                ? JobState.done(end.at())
                : new JobState(end.kind(), unendedAt(end.at()).percent(), 0, end.at(), end.failure());
    }

    private JobState unendedAt(Instant now) {
        if (course.run().isEmpty()) {
            return JobState.of(JobState.Kind.DRAFT, 0, course.changedAt());
        }
        Run run = course.run().get();
        return run.script().stepwise() ? afterSteps(run) : afterTime(run, now);
    }

    private JobState afterSteps(Run run) {
        Script script = run.script();
        int steps = course.steps();
        int all = script.pages() + 1;
        if (steps == 0) {
            return JobState.of(JobState.Kind.QUEUED, 0, run.startedAt());
        }
        int percent = Math.min(100 * steps / all, 99);
        if (script.failure().isPresent() && steps > script.failure().get().page()) {
            return JobState.failed(script.failure().get().because(), percent, course.steppedAt());
        }
        if (steps < all) {
            return JobState.reading(steps, percent, course.steppedAt());
        }
        if (!script.review() || steps > all) {
            return JobState.done(course.steppedAt());
        }
        return course.review()
                .map(review -> JobState.of(JobState.Kind.FINISHING, percent, review.at()))
                .orElseGet(() -> JobState.of(JobState.Kind.AWAITING, percent, course.steppedAt()));
    }

    private JobState afterTime(Run run, Instant now) {
        if (now.isBefore(run.turnAt())) {
            return JobState.of(JobState.Kind.QUEUED, 0, run.startedAt());
        }
        Script script = run.script();
        Instant read = run.turnAt().plus(script.reading());
        if (now.isBefore(read)) {
            Duration elapsed = Duration.between(run.turnAt(), now);
            long pages = elapsed.toNanos() / script.perPage().toNanos();
            return JobState.reading((int) pages + 1, percent(elapsed, script), readBy(run, (int) pages));
        }
        int percent = percent(script.reading(), script);
        if (script.failure().isPresent()) {
            return JobState.failed(script.failure().get().because(), percent, read);
        }
        if (script.review() && course.review().isEmpty()) {
            return JobState.of(JobState.Kind.AWAITING, percent, read);
        }
        Instant finishing = course.review().map(Course.Review::at).orElse(read);
        Instant done = finishing.plus(script.finishing());
        return now.isBefore(done)
                ? JobState.of(
                        JobState.Kind.FINISHING,
                        percent(script.reading().plus(Duration.between(finishing, now)), script),
                        finishing)
                : JobState.done(done);
    }

    /** Of all that there is to do, pages that will not be reached included. */
    private static int percent(Duration worked, Script script) {
        long all = script.perPage()
                .multipliedBy(script.pages())
                .plus(script.finishing())
                .toNanos();
        return all == 0 ? 0 : (int) Math.min(99, 100 * worked.toNanos() / all);
    }
}
