package dev.fermata.job.schedule;

import dev.fermata.job.order.Limits;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which jobs of an account are under way, where that is limited. Those that have ended are looked for only when there seem
 * to be too many. Not safe for use by many threads: used within a change of the tables.
 */
public final class RunningJobs {
    private final Map<String, Set<String>> byOwner = new HashMap<>();

    /**
     * Whether an account may start one more job.
     *
     * @param most how many may be under way at once
     * @param isOver whether the job with an id has ended
     */
    public boolean hasRoom(String owner, int most, Predicate<String> isOver) {
        Set<String> jobs = byOwner.getOrDefault(owner, Set.of());
        if (jobs.size() >= most) {
            jobs.removeIf(isOver);
        }
        return jobs.size() < most;
    }

    /** Counts a job of an account that may have {@code most} under way at once. */
    public void add(String owner, String job, int most) {
        if (most < Limits.NONE.parallel()) {
            byOwner.computeIfAbsent(owner, id -> new LinkedHashSet<>()).add(job);
        }
    }

    /** Forgets a job that has ended. */
    public void remove(String owner, String job) {
        byOwner.computeIfPresent(owner, (id, jobs) -> {
            jobs.remove(job);
            return jobs.isEmpty() ? null : jobs;
        });
    }

    public void clear() {
        byOwner.clear();
    }
}
