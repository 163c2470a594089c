package dev.fermata.job;

import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.schedule.Queue;
import dev.fermata.job.script.Failure;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobState;
import java.time.Instant;
import java.util.Optional;

/** Ends jobs by hand. Used within a change of the tables. */
final class Endings {
    private final JobTable table;
    private final Admission admission;

    Endings(JobTable table, Admission admission) {
        this.table = table;
        this.admission = admission;
    }

    /** Cancels a job that has not ended; one that was canceled before stays so. */
    Optional<Refusal> cancel(Job job, Instant now) {
        boolean isCanceled = end(job, JobState.Kind.CANCELED, Optional.empty(), now)
                || job.stateAt(now).kind() == JobState.Kind.CANCELED;
        return isCanceled ? Optional.empty() : Optional.of(Refusal.of(Kind.ENDED));
    }

    /** Ends a started job well; answers whether it had not ended. */
    boolean finish(Job job, Instant now) {
        return job.isStarted() && end(job, JobState.Kind.DONE, Optional.empty(), now);
    }

    /** Ends a job badly; answers whether it had not ended. */
    boolean fail(Job job, Failure failure, Instant now) {
        return end(job, JobState.Kind.FAILED, Optional.of(failure), now);
    }

    private boolean end(Job job, JobState.Kind kind, Optional<Failure> failure, Instant now) {
        if (job.stateAt(now).isTerminal()) {
            return false;
        }
        table.update(job.with(new JobEvent.Ended(now, kind, failure)), now);
        for (Queue.Place moved : admission.endedByHand(job, now)) {
            Job behind = table.find(moved.job()).orElseThrow();
            table.update(behind.with(new JobEvent.TurnMoved(now, moved.run().turnAt())), now);
        }
        return true;
    }
}
