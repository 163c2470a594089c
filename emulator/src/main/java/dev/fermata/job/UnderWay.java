package dev.fermata.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which jobs of an account are under way, where that is limited. {@link Jobs} holds its lock. */
final class UnderWay {
    private final Map<String, List<Job>> byOwner = new HashMap<>();

    boolean hasRoomFor(Job job, Instant now) {
        List<Job> others = byOwner.computeIfAbsent(job.owner(), id -> new ArrayList<>());
        others.removeIf(other -> other.stateAt(now).isTerminal());
        return others.size() < mostOf(job);
    }

    void add(Job job) {
        if (mostOf(job) < Limits.NONE.parallel()) {
            byOwner.computeIfAbsent(job.owner(), id -> new ArrayList<>()).add(job);
        }
    }

    /** Forgets a job that has ended. */
    void remove(Job job) {
        byOwner.getOrDefault(job.owner(), List.of()).remove(job);
    }

    private static int mostOf(Job job) {
        return job.order().terms().limits().parallel();
    }
}
