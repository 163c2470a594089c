package dev.fermata.job;

import dev.fermata.job.order.InputFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which files of jobs whose data is erased are to be let go of, each once.
 *
 * <p>A job is unreadable the moment its time is over, as that is computed. Its bytes go when something next happens in
 * the world: a call, an upload, a move of the clock. {@link Jobs} holds its lock.
 */
final class Erasure {
    private final NavigableSet<Job> expected =
            new TreeSet<>(Comparator.comparing(Erasure::deadlineOf).thenComparing(Job::number));
    private volatile Instant next = Instant.MAX;

    /** Expects a job to be erased when its time is over, if it has such a time. */
    void expect(Job job) {
        if (job.expiresAt().isPresent()) {
            expected.add(job);
            lookAhead();
        }
    }

    /** Whether the time of a job is over. Cheap. */
    boolean isDue(Instant now) {
        return !now.isBefore(next);
    }

    /** What is to be let go of because its time is over. */
    List<InputFile> expired(Instant now) {
        List<InputFile> files = new ArrayList<>();
        while (!expected.isEmpty() && !now.isBefore(deadlineOf(expected.first()))) {
            files.addAll(filesOf(expected.first()));
        }
        return files;
    }

    /** What a job still holds on to: nothing, from the second time on. */
    List<InputFile> filesOf(Job job) {
        boolean held = job.expiresAt().isPresent() && expected.remove(job);
        lookAhead();
        return held ? job.files() : List.of();
    }

    private void lookAhead() {
        next = expected.isEmpty() ? Instant.MAX : deadlineOf(expected.first());
    }

    private static Instant deadlineOf(Job job) {
        return job.expiresAt().orElseThrow();
    }
}
