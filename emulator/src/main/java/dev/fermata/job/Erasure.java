package dev.fermata.job;

import dev.fermata.document.Documents;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Lets go of the files of jobs whose data is erased, each once.
 *
 * <p>A job is unreadable the moment its time is over, as that is computed. Its bytes go when something next happens in
 * the world: a call, an upload, a move of the clock. {@link Jobs} holds its lock.
 */
final class Erasure {
    private final Documents documents;
    private final PriorityQueue<Job> expected = new PriorityQueue<>(Comparator.comparing(Erasure::deadlineOf));
    private final Set<Job> kept = new HashSet<>();
    private volatile Instant next = Instant.MAX;

    Erasure(Documents documents) {
        this.documents = documents;
    }

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

    /** Erases what is due. */
    void eraseExpired(Instant now) {
        while (!expected.isEmpty() && !now.isBefore(deadlineOf(expected.element()))) {
            erase(expected.remove());
        }
        next = expected.isEmpty() ? Instant.MAX : deadlineOf(expected.element());
    }

    /** Erases a job now. */
    void erase(Job job) {
        if (kept.remove(job)) {
            job.files().forEach(file -> documents.release(file.document()));
        }
    }

    private static Instant deadlineOf(Job job) {
        return job.expiresAt().orElseThrow();
    }
}
