package dev.fermata.job;

import dev.fermata.job.order.Limits;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which jobs of an account are under way, where that is limited. Those that have ended are looked for only when there seem
 * to be too many. {@link Jobs} holds its lock.
 */
final class RunningJobs {
    private final Map<String, Set<Job>> byOwner = new HashMap<>();

    boolean hasRoomFor(Job job, Instant now) {
        Set<Job> others = byOwner.getOrDefault(job.owner(), Set.of());
        if (others.size() >= mostOf(job)) {
            others.removeIf(other -> other.stateAt(now).isTerminal());
        }
        return others.size() < mostOf(job);
    }

    void add(Job job) {
        if (mostOf(job) < Limits.NONE.parallel()) {
            byOwner.computeIfAbsent(job.owner(), id -> new LinkedHashSet<>()).add(job);
        }
    }

    /** Forgets a job that has ended. */
    void remove(Job job) {
        Set<Job> others = byOwner.get(job.owner());
        if (others != null) {
            others.remove(job);
        }
    }

    private static int mostOf(Job job) {
        return job.order().terms().limits().parallel();
    }
}
