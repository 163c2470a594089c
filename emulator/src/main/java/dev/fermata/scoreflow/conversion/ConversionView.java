package dev.fermata.scoreflow.conversion;

import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.http.answer.WireTime;
import dev.fermata.job.Job;
import dev.fermata.job.Submission;
import dev.fermata.job.timeline.JobState;
import dev.fermata.scoreflow.ScoreFlowCall;
import java.time.Duration;
import java.time.Instant;

/** A job as a conversion of ScoreFlow's. */
final class ConversionView {
    private ConversionView() {}

    /** The answer to a submission that was taken in: queued, however fast it will be. */
    static ConversionJson queued(Submission.Accepted accepted, ScoreFlowCall call) {
        Job job = accepted.job();
        return new ConversionJson(
                true,
                job.id(),
                statusOf(job.stateWhenStarted().kind()),
                queueStatus(job, call),
                "Conversion initiated. Use the status endpoint to check progress.",
                accepted.cost(),
                accepted.balance(),
                WireTime.of(job.createdAt()));
    }

    /** The answer to a poll. */
    @Documented(behaviour = "The texts and fields of each status", source = "Check Conversion Status")
    @Assumed(
            behaviour = "progress is there while processing; details never is",
            reason = "the vendor says of both that they may be there")
    static StatusJson status(Job job, JobState state, ScoreFlowCall call) {
        String status = statusOf(state.kind());
        return switch (state.kind()) {
            case DRAFT, QUEUED ->
                new StatusJson(status, queueStatus(job, call), null, "Your conversion is in the queue.", null, null);
            case READING, AWAITING, FINISHING ->
                new StatusJson(status, null, state.percent(), "Your conversion is being processed.", null, null);
            case DONE ->
                new StatusJson(
                        status, null, null, "Conversion completed successfully. Ready for download.", null, null);
            case FAILED, CANCELED ->
                new StatusJson(status, null, null, null, "Conversion process encountered an error.", null);
        };
    }

    static String statusOf(JobState.Kind kind) {
        return switch (kind) {
            case DRAFT, QUEUED -> "queued";
            case READING, AWAITING, FINISHING -> "processing";
            case DONE -> "completed";
            case FAILED, CANCELED -> "failed";
        };
    }

    @Documented(behaviour = "position and estimatedWait, in minutes", source = "Convert, Successful Initial Response")
    private static StatusJson.QueueStatus queueStatus(Job job, ScoreFlowCall call) {
        Instant now = call.now();
        Duration wait =
                job.startsAt().map(start -> Duration.between(now, start)).orElse(Duration.ZERO);
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        return new StatusJson.QueueStatus(call.jobs().position(job, now), minutes);
    }
}
