package dev.fermata.check;

import dev.fermata.conduct.JobTrace;
import dev.fermata.job.Job;
import dev.fermata.job.timeline.JobState;
import dev.fermata.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The actual states of a job over time: what a client could have seen.
 *
 * @param job its id
 * @param spans its states, in order
 */
record Life(String job, List<Span> spans) {
    /** A state of a job, and how long it lasted. */
    record Span(JobState.Kind kind, Instant from, Instant until) {}

    /** A longer life is not drawn. */
    private static final int MOST_SPANS = 1_000;

    /**
     * A job's life until now.
     *
     * @param trace the client's requests about it: the job itself knows its automatic changes, but not those that
     * requests caused
     */
    static Life of(Job job, JobTrace trace, Instant now) {
        List<Span> spans = new ArrayList<>();
        Instant from = job.createdAt();
        JobState state = job.stateAt(from);
        for (Instant at = from; at.isBefore(now) && spans.size() < MOST_SPANS; ) {
            Instant next = next(job, trace, at).filter(now::isAfter).orElse(now);
            JobState then = job.stateAt(next);
            if (then.differsFrom(state) || next.equals(now)) {
                spans.add(new Span(state.kind(), from, next));
                from = next;
                state = then;
            }
            at = next;
        }
        return new Life(job.id(), spans);
    }

    private static Optional<Instant> next(Job job, JobTrace trace, Instant after) {
        return Stream.concat(
                        job.nextChange(after).stream(), trace.entries().stream().map(Entry::answeredAt))
                .filter(after::isBefore)
                .min(Comparator.naturalOrder());
    }
}
