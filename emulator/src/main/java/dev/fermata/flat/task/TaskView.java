package dev.fermata.flat.task;

import dev.fermata.exchange.About;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FileLinks;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.Texts;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import dev.fermata.job.Job;
import dev.fermata.job.order.Export;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.ScoreDraft;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job as a task of Flat's. */
@Assumed(
        behaviour =
                "Where a scenario leaves a task that is done without its result, its score is 404, or its result.url"
                        + " left out; where it lets it come late, 404 until then",
        reason = "the vendor knows no such tasks")
@Assumed(
        behaviour = "A failed import gives its credits back",
        reason = "the vendor says so of its newer OMR jobs, and nothing of imports by a task")
public final class TaskView {
    private final FileLinks links;

    public TaskView(FileLinks links) {
        this.links = links;
    }

    /** Answers with a task as the guide shows it when it was just created. */
    public static Reply created(int status, Job job) {
        TaskJson task = task(job, JobState.Kind.QUEUED, new TaskJson.Progress(0, null), null, null);
        return Reply.json(status, task).about(new About(job, JobState.Kind.QUEUED));
    }

    /** Answers with a task as it is in {@code state}. */
    public Reply reply(Job job, JobState state, FlatCall call) {
        Job row = call.world().job(job.id()).orElse(job);
        return Reply.json(200, of(row, state, call)).about(new About(job, state.kind()));
    }

    private TaskJson of(Job job, JobState state, FlatCall call) {
        boolean isExport = job.order().export().isPresent();
        var progress = new TaskJson.Progress(state.percent(), isExport ? null : progressOf(job, state, call));
        return task(job, state.kind(), progress, WireTime.of(state.since()), resultOf(job, state, call));
    }

    @Documented(
            behaviour = "The tasks of exports are audio-export, those of imports import-omr",
            source = "OpenAPI 2.24.0")
    private static TaskJson task(
            Job job,
            JobState.Kind kind,
            TaskJson.Progress progress,
            @Nullable String since,
            TaskJson.@Nullable Result result) {
        Optional<Export> export = job.order().export();
        Optional<ScoreDraft> made = kind == JobState.Kind.DONE ? job.order().draft() : Optional.empty();
        boolean isOver = kind == JobState.Kind.DONE || kind == JobState.Kind.FAILED || kind == JobState.Kind.CANCELED;
        return new TaskJson(
                job.id(),
                export.isPresent() ? typeOf(export.get()) : "import-omr",
                nameOf(kind),
                export.map(Export::format).orElse(null),
                made.map(ScoreDraft::id).or(() -> export.map(Export::score)).orElse(null),
                made.map(ScoreDraft::revision)
                        .or(() -> export.map(Export::revision))
                        .orElse(null),
                progress,
                WireTime.of(job.createdAt()),
                since,
                isOver ? since : null,
                result,
                kind == JobState.Kind.QUEUED);
    }

    private static @Nullable String typeOf(Export export) {
        return export.takesTime() ? "audio-export" : null;
    }

    private static @Nullable String progressOf(Job job, JobState state, FlatCall call) {
        return Texts.of(call).progressOf(job, state).orElse(null);
    }

    @Assumed(
            behaviour =
                    "The result.url of an export leads to the file without a token, for as long as the score is there",
            reason = "the vendor calls it the URL returned by the worker, and says no more")
    private TaskJson.@Nullable Result resultOf(Job job, JobState state, FlatCall call) {
        if (state.failure().isPresent()) {
            return new TaskJson.Result(null, Texts.of(call).of(state.failure().get()));
        }
        boolean made = state.kind() == JobState.Kind.DONE
                && job.resultAt(call.world().clock().instant()) != Job.Result.MISSING;
        return made
                ? job.order()
                        .export()
                        .map(export -> new TaskJson.Result(links.urlOf(targetOf(export, call), call), null))
                        .orElse(null)
                : null;
    }

    private static FileLinks.Target targetOf(Export export, FlatCall call) {
        return new FileLinks.Target(
                call.world().name(), export.score(), export.revision(), export.format(), export.parts());
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
