package dev.fermata.snapshot.wire;

import dev.fermata.document.Document;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobState;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has happened to a job. */
record HistoryJson(List<JobEvent> events) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(JobHistory.class, HistoryJson.class, HistoryJson::of, HistoryJson::value),
                new Spelling<>(JobEvent.class, EventJson.class, EventJson::of, EventJson::value),
                new Spelling<>(InputFile.class, FileJson.class, FileJson::of, FileJson::value),
                new Spelling<>(Script.class, ScriptJson.class, ScriptJson::of, ScriptJson::value),
                new Spelling<>(JobState.class, StateJson.class, StateJson::of, StateJson::value));
    }

    static HistoryJson of(JobHistory history) {
        return new HistoryJson(history.events());
    }

    JobHistory value() {
        return new JobHistory(events);
    }

    record FileJson(Document document, String name) {
        static FileJson of(InputFile file) {
            return new FileJson(file.document(), file.name());
        }

        InputFile value() {
            return new InputFile(document, name);
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

    record StateJson(JobState.Kind kind, int percent, int page, Instant since, Optional<Failure> failure) {
        static StateJson of(JobState state) {
            return new StateJson(state.kind(), state.percent(), state.page(), state.since(), state.failure());
        }

        JobState value() {
            return new JobState(kind, percent, page, since, failure);
        }
    }
}
