package dev.fermata.flat.task;

import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.Texts;
import dev.fermata.flat.wire.TaskJson;
import dev.fermata.http.WireTime;
import dev.fermata.job.Job;
import dev.fermata.job.JobState;
import dev.fermata.score.ScoreDraft;
import java.util.Optional;

/** A job as a task of Flat's. */
@Assumed(
        behaviour = "A failed import gives its credits back",
        reason = "the vendor says so of its newer OMR jobs, and nothing of imports by a task")
public final class TaskView {
    private static final String IMPORT_OMR = "import-omr";

    private TaskView() {}

    /** A task as the guide shows it when it was just created. */
    public static TaskJson created(Job job) {
        return new TaskJson(
                job.id(),
                IMPORT_OMR,
                "created",
                null,
                null,
                null,
                new TaskJson.Progress(0, null),
                WireTime.of(job.createdAt()),
                null,
                null,
                null,
                true);
    }

    /** A task as it is when somebody looks. */
    public static TaskJson of(Job job, JobState state, Texts texts) {
        Optional<ScoreDraft> made =
                state.kind() == JobState.Kind.DONE ? job.order().draft() : Optional.empty();
        String since = WireTime.of(state.since());
        return new TaskJson(
                job.id(),
                IMPORT_OMR,
                nameOf(state.kind()),
                null,
                made.map(ScoreDraft::id).orElse(null),
                made.map(ScoreDraft::revision).orElse(null),
                new TaskJson.Progress(
                        state.percent(), texts.progressOf(job, state).orElse(null)),
                WireTime.of(job.createdAt()),
                since,
                state.isTerminal() ? since : null,
                state.failure()
                        .map(failure -> new TaskJson.Result(null, texts.of(failure)))
                        .orElse(null),
                state.kind() == JobState.Kind.QUEUED);
    }

    @Assumed(
            behaviour = "A task is never blocked or canceled",
            reason = "the schema has both, and no published operation leads there")
    private static String nameOf(JobState.Kind kind) {
        return switch (kind) {
            case DRAFT, QUEUED -> "created";
            case READING, FINISHING -> "doing";
            case AWAITING -> "blocked";
            case DONE -> "done";
            case FAILED -> "error";
            case CANCELED -> "canceled";
        };
    }
}
