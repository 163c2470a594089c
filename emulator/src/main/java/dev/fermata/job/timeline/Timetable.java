package dev.fermata.job.timeline;

import dev.fermata.job.timeline.JobEvent.Ended;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job is when, also in the past: computed from what had happened by then and from its script, never ticked. */
public final class Timetable {
    /** After all that comes by itself, and before {@link Turn#NEVER}. */
    private static final Instant LAST = Turn.NEVER.minusNanos(1);

    private final JobHistory history;
    private final Optional<Instant> expiresAt;

    /** The times of a job that is canceled if it has not ended when its time is over. */
    public Timetable(JobHistory history, Optional<Instant> expiresAt) {
        this.history = history;
        this.expiresAt = expiresAt;
    }

    /** What it is at {@code now}; before it was created, what it was then. */
    public JobState stateAt(Instant now) {
        if (expiresAt.isEmpty() || now.isBefore(expiresAt.get())) {
            return unexpiredAt(now);
        }
        JobState last = unexpiredAt(expiresAt.get());
        return last.isTerminal() ? last : JobState.of(JobState.Kind.CANCELED, last.percent(), expiresAt.get());
    }

    /** When something is next to be seen of it by itself, after {@code now}; empty when that takes a call. */
    public Optional<Instant> nextChange(Instant now) {
        return stateAt(now).isTerminal()
                ? Optional.empty()
                : Stream.of(progress(history).flatMap(run -> run.nextChange(now)), expiresAt)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
    }

    /** When it has ended unpaid, unless something is done to it before; empty if it does not. */
    public Optional<Instant> unpaidFrom() {
        JobState last = stateAt(expiresAt.orElse(LAST));
        return last.isUnpaid() ? Optional.of(last.since()) : Optional.empty();
    }

    private JobState unexpiredAt(Instant now) {
        JobHistory happened = history.until(now);
        if (happened.end().isEmpty()) {
            return unended(happened, now);
        }
        Ended end = happened.end().get();
        return end.kind() == JobState.Kind.DONE
                ? JobState.done(end.at())
                : new JobState(end.kind(), unended(happened, end.at()).percent(), 0, end.at(), end.failure());
    }

    private static JobState unended(JobHistory happened, Instant now) {
        return progress(happened)
                .map(run -> run.stateAt(now))
                .orElseGet(() -> JobState.of(JobState.Kind.DRAFT, 0, happened.changedAt()));
    }

    private static Optional<Progress> progress(JobHistory happened) {
        return happened.run().map(run -> Progress.of(happened, run));
    }
}
