package dev.fermata.job.timeline;

import dev.fermata.job.script.JobFault.AwaitsForever;
import dev.fermata.job.script.Script;
import dev.fermata.job.script.Work;
import dev.fermata.job.timeline.JobEvent.Reviewed;
import dev.fermata.job.timeline.JobHistory.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job that moves when it is told to: every step is at a page, and the last ones are at what comes after.
 *
 * @param history what has happened by the instant that is asked for
 */
public record BySteps(JobHistory history, Run run) implements Progress {
    @Override
    public JobState stateAt(Instant now) {
        if (history.steps() == 0) {
            return JobState.of(JobState.Kind.QUEUED, 0, run.startedAt());
        }
        Script script = run.script();
        Instant since = history.steppedAt();
        Optional<Duration> broken = script.breakdown().filter(at -> place().compareTo(at) >= 0);
        if (broken.isPresent()) {
            return JobState.failed(script.failure().orElseThrow().because(), script.percentAt(broken.get()), since);
        }
        int percent = script.percentAt(place());
        if (history.steps() <= script.pages()) {
            return JobState.reading(history.steps(), percent, since);
        }
        if (script.review() && resumedAt().isEmpty()) {
            return JobState.of(JobState.Kind.AWAITING, percent, since);
        }
        int all = script.pages() + (script.review() ? 2 : 1);
        return history.steps() >= all && script.stop().isEmpty()
                ? JobState.done(since)
                : JobState.of(JobState.Kind.FINISHING, percent, resumedAt().orElse(since));
    }

    @Override
    public Optional<Instant> nextChange(Instant now) {
        return Optional.empty();
    }

    /** Whether no step takes it further. */
    public boolean isStopped() {
        return history.steps() > 0
                && run.script().stop().filter(place()::equals).isPresent();
    }

    private Duration place() {
        Duration walked = Work.STEP.multipliedBy(history.steps());
        return run.script().stop().filter(stop -> stop.compareTo(walked) <= 0).orElse(walked);
    }

    private Optional<Instant> resumedAt() {
        return history.review()
                .filter(review -> run.script().fault(AwaitsForever.class).isEmpty())
                .map(Reviewed::at);
    }
}
