package dev.fermata.flat.task;

import dev.fermata.fidelity.Assumed;
import dev.fermata.flat.wire.TaskJson;
import dev.fermata.http.WireTime;
import dev.fermata.job.Failure;
import dev.fermata.job.Job;
import dev.fermata.job.JobState;
import dev.fermata.score.ScoreDraft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    public static TaskJson of(Job job, JobState state) {
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
                new TaskJson.Progress(state.percent(), textOf(job, state)),
                WireTime.of(job.createdAt()),
                since,
                state.isTerminal() ? since : null,
                state.failure()
                        .map(failure -> new TaskJson.Result(null, textOf(failure)))
                        .orElse(null),
                state.kind() == JobState.Kind.QUEUED);
    }

    private static String nameOf(JobState.Kind kind) {
        return switch (kind) {
            case QUEUED -> "created";
            case READING, FINISHING -> "doing";
            case DONE -> "done";
            case FAILED -> "error";
        };
    }

    @Assumed(
            behaviour = "The texts of a task's progress",
            reason = "the vendor says that there is one, not what it says")
    private static @Nullable String textOf(Job job, JobState state) {
        return switch (state.kind()) {
            case QUEUED -> "Waiting to be processed";
            case READING -> "Processing page " + state.page() + " of " + job.pages();
            case FINISHING -> "Creating the score";
            case DONE, FAILED -> null;
        };
    }

    @Assumed(
            behaviour = "The texts of a failed task's result.error",
            reason = "the vendor says that it is human-readable, not what it says")
    private static String textOf(Failure failure) {
        return switch (failure) {
            case NO_MUSIC -> "No music was found in the document";
            case CORRUPTED -> "The file is corrupted and could not be read";
            case UNSUPPORTED_FORMAT -> "The file format or its notation is not supported yet";
            case TABLATURE -> "Guitar tablature is not supported yet";
            case ENCRYPTED -> "The PDF is password-protected";
            case TOO_LARGE -> "The document is too large to be processed";
            case TIMEOUT -> "The recognition took longer than expected and was stopped";
            case GENERIC -> "The import failed";
        };
    }
}
