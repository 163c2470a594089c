package dev.fermata.job.timeline;

import dev.fermata.job.timeline.JobHistory.Run;
import java.time.Instant;
import java.util.Optional;

/** How a job that was started gets on, as long as nobody puts an end to it. */
sealed interface Progress permits ByTime, BySteps {
    /** That of this run of a job. */
    static Progress of(JobHistory history, Run run) {
        return run.script().stepwise() ? new BySteps(history, run) : new ByTime(history, run);
    }

    JobState stateAt(Instant now);

    /** When something is next to be seen of it, after {@code now}; empty when that takes somebody. */
    Optional<Instant> nextChange(Instant now);
}
