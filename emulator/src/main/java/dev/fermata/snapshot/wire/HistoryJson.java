package dev.fermata.snapshot.wire;

import dev.fermata.document.Document;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.timeline.Failure;
import dev.fermata.job.timeline.JobFault;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobState;
import dev.fermata.job.timeline.Script;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Corrections;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has happened to a job. */
record HistoryJson(
        Instant createdAt,
        Instant changedAt,
        List<InputFile> files,
        Optional<JobHistory.Run> run,
        int steps,
        Instant steppedAt,
        Optional<JobHistory.Review> review,
        Optional<JobHistory.End> end,
        Optional<Instant> erasedAt) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(JobHistory.class, HistoryJson.class, HistoryJson::of, HistoryJson::value),
                new Spelling<>(InputFile.class, FileJson.class, FileJson::of, FileJson::value),
                new Spelling<>(JobHistory.Run.class, RunJson.class, RunJson::of, RunJson::value),
                new Spelling<>(Script.class, ScriptJson.class, ScriptJson::of, ScriptJson::value),
                new Spelling<>(JobHistory.Review.class, ReviewJson.class, ReviewJson::of, ReviewJson::value),
                new Spelling<>(JobHistory.End.class, EndJson.class, EndJson::of, EndJson::value),
                new Spelling<>(JobState.class, StateJson.class, StateJson::of, StateJson::value));
    }

    static HistoryJson of(JobHistory history) {
        return new HistoryJson(
                history.createdAt(),
                history.changedAt(),
                history.files(),
                history.run(),
                history.steps(),
                history.steppedAt(),
                history.review(),
                history.end(),
                history.erasedAt());
    }

    JobHistory value() {
        return new JobHistory(createdAt, changedAt, files, run, steps, steppedAt, review, end, erasedAt);
    }

    record FileJson(Document document, String name) {
        static FileJson of(InputFile file) {
            return new FileJson(file.document(), file.name());
        }

        InputFile value() {
            return new InputFile(document, name);
        }
    }

    record RunJson(Script script, Instant startedAt, Instant turnAt, Optional<Answer> answer) {
        static RunJson of(JobHistory.Run run) {
            return new RunJson(run.script(), run.startedAt(), run.turnAt(), run.answer());
        }

        JobHistory.Run value() {
            return new JobHistory.Run(script, startedAt, turnAt, answer);
        }
    }

    record ScriptJson(
            Duration delay,
            Duration perPage,
            Duration finishing,
            int pages,
            boolean stepwise,
            boolean review,
            Optional<JobFault> failure,
            Optional<JobFault> fault) {
        static ScriptJson of(Script script) {
            return new ScriptJson(
                    script.delay(),
                    script.perPage(),
                    script.finishing(),
                    script.pages(),
                    script.stepwise(),
                    script.review(),
                    script.failure().map(JobFault.class::cast),
                    script.fault());
        }

        Script value() {
            return new Script(
                    delay, perPage, finishing, pages, stepwise, review, failure.map(ScriptJson::asFailure), fault);
        }

        private static JobFault.Fails asFailure(JobFault fault) {
            if (fault instanceof JobFault.Fails fails) {
                return fails;
            }
            throw new IllegalArgumentException("the failure of a script must be of the kind Fails");
        }
    }

    record ReviewJson(Instant at, Corrections corrections) {
        static ReviewJson of(JobHistory.Review review) {
            return new ReviewJson(review.at(), review.corrections());
        }

        JobHistory.Review value() {
            return new JobHistory.Review(at, corrections);
        }
    }

    record EndJson(Instant at, JobState.Kind kind, Optional<Failure> failure) {
        static EndJson of(JobHistory.End end) {
            return new EndJson(end.at(), end.kind(), end.failure());
        }

        JobHistory.End value() {
            return new JobHistory.End(at, kind, failure);
        }
    }

    record StateJson(JobState.Kind kind, int percent, int page, Instant since, Optional<Failure> failure) {
        static StateJson of(JobState state) {
            return new StateJson(state.kind(), state.percent(), state.page(), state.since(), state.failure());
        }

        JobState value() {
            return new JobState(kind, percent, page, since, failure);
        }
    }
}
