package dev.fermata.job.timeline;

import dev.fermata.job.order.InputFile;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Corrections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that has happened to a job so far: a job is its events. Immutable; what it is at an instant, {@link Timetable}
 * computes.
 *
 * @param createdAt when it was created
 * @param changedAt when its files last changed
 * @param files what it reads, in their order
 * @param run how it runs, once it is started
 * @param steps how many steps it has made
 * @param steppedAt when it made the last of them
 * @param review what came of its review, once it is over
 * @param end how it was ended by hand, if it was
 * @param erasedAt when its client had its data erased
 */
public record JobHistory(
        Instant createdAt,
        Instant changedAt,
        List<InputFile> files,
        Optional<Run> run,
        int steps,
        Instant steppedAt,
        Optional<Review> review,
        Optional<End> end,
        Optional<Instant> erasedAt) {
    public JobHistory {
        files = List.copyOf(files);
    }

    /**
     * How it runs.
     *
     * @param startedAt when it was started
     * @param turnAt when its turn comes; a step-by-step job does not ask
     * @param answer what is recognized, where somebody has said so beforehand
     */
    public record Run(Script script, Instant startedAt, Instant turnAt, Optional<Answer> answer) {
        public Run withTurnAt(Instant other) {
            return new Run(script, startedAt, other, answer);
        }

        /** When its place is free for the next, if nobody puts an end to it. */
        public Instant leavesAt() {
            return Turn.comes(turnAt) ? script.busy().map(turnAt::plus).orElse(Turn.NEVER) : Turn.NEVER;
        }
    }

    /** What the client said after the last page. */
    public record Review(Instant at, Corrections corrections) {}

    /** An end that the script does not know of. */
    public record End(Instant at, JobState.Kind kind, Optional<Failure> failure) {}

    public static JobHistory created(Instant at, List<InputFile> files) {
        return new JobHistory(
                at,
                at,
                List.copyOf(files),
                Optional.empty(),
                0,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public JobHistory withFile(InputFile file, Instant at) {
        List<InputFile> more = new ArrayList<>(files);
        more.add(file);
        return new JobHistory(createdAt, at, List.copyOf(more), run, steps, steppedAt, review, end, erasedAt);
    }

    public JobHistory running(Run how) {
        return new JobHistory(createdAt, changedAt, files, Optional.of(how), steps, steppedAt, review, end, erasedAt);
    }

    public JobHistory stepped(Instant at) {
        return new JobHistory(createdAt, changedAt, files, run, steps + 1, at, review, end, erasedAt);
    }

    public JobHistory reviewed(Review what) {
        return new JobHistory(createdAt, changedAt, files, run, steps, steppedAt, Optional.of(what), end, erasedAt);
    }

    public JobHistory ended(End how) {
        return new JobHistory(createdAt, changedAt, files, run, steps, steppedAt, review, Optional.of(how), erasedAt);
    }

    public JobHistory erased(Instant at) {
        return new JobHistory(createdAt, changedAt, files, run, steps, steppedAt, review, end, Optional.of(at));
    }
}
