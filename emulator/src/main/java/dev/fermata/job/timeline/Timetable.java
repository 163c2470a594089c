package dev.fermata.job.timeline;

import dev.fermata.job.timeline.JobHistory.End;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What a job is when: computed from what has happened to it and from its script, never ticked. */
public final class Timetable {
    /** After all that comes by itself, and before {@link Turn#NEVER}. */
    private static final Instant LAST = Turn.NEVER.minusNanos(1);

    private final JobHistory history;
    private final Optional<Instant> expiresAt;
    private final Optional<Progress> progress;

    /** The times of a job that is canceled if it has not ended when its time is over. */
    public Timetable(JobHistory history, Optional<Instant> expiresAt) {
        this.history = history;
        this.expiresAt = expiresAt;
        this.progress = history.run().map(run -> Progress.of(history, run));
    }

    public JobState stateAt(Instant now) {
        if (expiresAt.isEmpty() || now.isBefore(expiresAt.get())) {
            return unexpiredAt(now);
        }
        JobState last = unexpiredAt(expiresAt.get());
        return last.isTerminal() ? last : JobState.of(JobState.Kind.CANCELED, last.percent(), expiresAt.get());
    }

    /** When something is next to be seen of it by itself, after {@code now}; empty when that takes somebody. */
    public Optional<Instant> nextChange(Instant now) {
        return stateAt(now).isTerminal()
                ? Optional.empty()
                : Stream.of(progress.flatMap(run -> run.nextChange(now)), expiresAt)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
    }

    /** When it has ended unpaid, unless something is done to it before; empty if it does not. */
    public Optional<Instant> unpaidFrom() {
        JobState last = stateAt(expiresAt.orElse(LAST));
        return last.isUnpaid() ? Optional.of(last.since()) : Optional.empty();
    }

    private JobState unexpiredAt(Instant now) {
        if (history.end().isEmpty() || now.isBefore(history.end().get().at())) {
            return unendedAt(now);
        }
        End end = history.end().get();
        return end.kind() == JobState.Kind.DONE
                ? JobState.done(end.at())
                : new JobState(end.kind(), unendedAt(end.at()).percent(), 0, end.at(), end.failure());
    }

    private JobState unendedAt(Instant now) {
        return progress.map(run -> run.stateAt(now))
                .orElseGet(() -> JobState.of(JobState.Kind.DRAFT, 0, history.changedAt()));
    }
}
