package dev.fermata.flat.omr;

import dev.fermata.document.facts.Facts;
import dev.fermata.exchange.About;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.flat.FlatCall;
import dev.fermata.flat.Texts;
import dev.fermata.flat.omr.details.DetailsStep;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.WireTime;
import dev.fermata.job.Job;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.content.Summary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job as an OMR job of Flat's. */
final class JobView {
    static final String LIBRARY = "library";
    static final String MUSICXML = "musicxml";

    private JobView() {}

    /** Answers with a job as it is now. */
    static Reply reply(int status, Job job, FlatCall call) {
        Job row = call.world().job(job.id()).orElse(job);
        return reply(status, row, row.stateAt(call.world().clock().instant()), call);
    }

    /** Answers with a job as it was at some time; the client has then seen it so. */
    static Reply reply(int status, Job job, JobState state, FlatCall call) {
        call.world().flat().jobs().clients().show(job, state);
        Job row = call.world().job(job.id()).orElse(job);
        return Reply.json(status, of(row, state, call.world().clock().instant(), call))
                .about(new About(job, state.kind()));
    }

    @Documented(
            behaviour =
                    "retention is there for musicxml jobs alone; an erased job keeps its status and loses its result",
            source = "npm flat-api 1.0.1, OmrJobRetention.d.ts")
    @Assumed(
            behaviour = "expiredDate is the deadline itself; importedMetadata goes with the result",
            reason = "the vendor says that the erasure comes shortly after the deadline")
    @Assumed(
            behaviour = "progress is there while a job is processing or awaits input",
            reason = "the vendor calls it live while processing")
    static OmrJobJson of(Job job, JobState state, Instant now, FlatCall call) {
        Texts texts = Texts.of(call);
        Optional<Instant> erased = job.erasedAt(now);
        boolean done = state.kind() == JobState.Kind.DONE && erased.isEmpty();
        boolean awaits = state.kind() == JobState.Kind.AWAITING;
        return new OmrJobJson(
                job.id(),
                statusOf(state.kind()),
                job.order().draft().isPresent() ? LIBRARY : MUSICXML,
                job.order().wishes().review() ? List.of(DetailsStep.NAME) : List.of(),
                job.order().wishes().turnPages().orElse(null),
                job.order().wishes().languages().isEmpty()
                        ? null
                        : job.order().wishes().languages(),
                awaits ? DetailsStep.NAME : null,
                awaits ? DetailsStep.pendingIn(job, texts) : null,
                job.cost(),
                progress(job, state, texts),
                metadata(job.files()),
                done ? metadata(job.summary()) : null,
                done ? result(job, job.resultAt(now)) : null,
                job.expiresAt()
                        .map(deadline -> new OmrJobJson.Retention(
                                WireTime.of(deadline), erased.map(WireTime::of).orElse(null)))
                        .orElse(null),
                state.failure().map(Texts::codeOf).orElse(null),
                state.failure().map(texts::of).orElse(null),
                WireTime.of(job.createdAt()),
                WireTime.of(erased.orElse(state.since())));
    }

    static String statusOf(JobState.Kind kind) {
        return switch (kind) {
            case DRAFT -> "draft";
            case QUEUED, READING, FINISHING -> "processing";
            case AWAITING -> "awaitingInput";
            case DONE -> "done";
            case FAILED -> "error";
            case CANCELED -> "canceled";
        };
    }

    /** Whether there is a status with this name. */
    static boolean isStatus(String name) {
        return Arrays.stream(JobState.Kind.values())
                .anyMatch(kind -> statusOf(kind).equals(name));
    }

    private static OmrJobJson.@Nullable Progress progress(Job job, JobState state, Texts texts) {
        return Texts.keyOf(state)
                .map(key -> new OmrJobJson.Progress(
                        state.percent(), texts.progressOf(job, state).orElse(null), key))
                .orElse(null);
    }

    private static OmrJobJson.@Nullable FileMetadata metadata(List<InputFile> files) {
        if (files.isEmpty()) {
            return null;
        }
        InputFile first = files.get(0);
        Facts.Format format = first.document().facts().format();
        return new OmrJobJson.FileMetadata(
                InputFile.pagesOf(files),
                files.size(),
                first.name().isEmpty() ? null : first.name(),
                files.stream().mapToLong(file -> file.document().size()).sum(),
                format.mediaType(),
                format.extensions().get(0));
    }

    private static OmrJobJson.ImportedMetadata metadata(Summary summary) {
        return new OmrJobJson.ImportedMetadata(
                summary.instruments(), summary.measures(), summary.tempoQpm(), summary.keyFifths());
    }

    private static OmrJobJson.Result result(Job job, Job.Result result) {
        return new OmrJobJson.Result(
                job.order().draft().map(ScoreDraft::id).orElse(null),
                result == Job.Result.MISSING ? List.of() : JobFiles.EXPORTS);
    }
}
