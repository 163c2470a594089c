package dev.fermata.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Which files of jobs whose data is erased are to be let go of, each once.
 *
 * <p>A job is unreadable the moment its time is over, as that is computed. Its bytes go when something next happens in
 * the world: a call, an upload, a move of the clock. {@link Jobs} holds its lock.
 */
final class Erasure {
    private final PriorityQueue<Job> expected = new PriorityQueue<>(Comparator.comparing(Erasure::deadlineOf));
    private final Set<Job> kept = new HashSet<>();
    private volatile Instant next = Instant.MAX;

    /** Expects a job to be erased when its time is over, if it has such a time. */
    void expect(Job job) {
        if (job.expiresAt().isPresent()) {
            kept.add(job);
            expected.add(job);
            next = deadlineOf(expected.element());
        }
    }

    /** Whether the time of a job is over. Cheap. */
    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    /** What is to be let go of because its time is over. */
    List<InputFile> expired(Instant now) {
        List<InputFile> files = new ArrayList<>();
        while (!expected.isEmpty() && !now.isBefore(deadlineOf(expected.element()))) {
            files.addAll(filesOf(expected.remove()));
        }
        next = expected.isEmpty() ? Instant.MAX : deadlineOf(expected.element());
        return files;
    }

    /** What a job still holds on to: nothing, from the second time on. */
    List<InputFile> filesOf(Job job) {
        return kept.remove(job) ? job.files() : List.of();
    }

    private static Instant deadlineOf(Job job) {
        return job.expiresAt().orElseThrow();
    }
}
