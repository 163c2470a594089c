package dev.fermata.job;

import dev.fermata.clock.Alarm;
import dev.fermata.clock.VirtualClock;
import dev.fermata.job.timeline.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for news of which job, and what clients were last shown of it: soft state, which a crash may lose. Safe for
 * use by many threads.
 */
final class WaitingClients {
    private final JobTable table;
    private final VirtualClock clock;
    private final Map<String, JobState> lastShown = new ConcurrentHashMap<>();
    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

    WaitingClients(JobTable table, VirtualClock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Notes what a client was shown of a job. */
    void show(String job, JobState state) {
        lastShown.put(job, state);
    }

    Optional<JobState> lastShown(String job) {
        return Optional.ofNullable(lastShown.get(job));
    }

    /** How many wait for news of a job. */
    int count(String job) {
        return watches.getOrDefault(job, Set.of()).size();
    }

    /** Waits for a job to be something else than what was last shown, at most so long. */
    CompletableFuture<JobState> await(Job job, Duration most) {
        return new Watch(job, most).begin();
    }

    /** Lets those look again who wait for news of a job. */
    void wake(String job) {
        watches.getOrDefault(job, Set.of()).forEach(Watch::look);
    }

    /** Forgets a job that is there no longer. */
    void forget(String job) {
        lastShown.remove(job);
    }

    /**
     * One client that waits for news of one job: a place in two lists while it lasts, and no thread.
     *
     * <p>It looks again when something happens to the job, when the job is due to change, when the clock is moved, and
     * when the wait is over.
     */
    private final class Watch {
        private final Job watched;
        private final Instant until;
        private final Optional<JobState> seen;
        private final Alarm alarm;
        private final CompletableFuture<JobState> news = new CompletableFuture<>();

        Watch(Job watched, Duration most) {
            this.watched = watched;
            this.until = clock.instant().plus(most);
            this.seen = lastShown(watched.id());
            this.alarm = clock.alarm(most, this::look);
        }

        CompletableFuture<JobState> begin() {
            watches.compute(watched.id(), (id, others) -> {
                Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                all.add(this);
                return all;
            });
            look();
            return news;
        }

        private synchronized void look() {
            Instant now = clock.instant();
            Job job = table.current(watched);
            JobState state = job.stateAt(now);
            boolean isNew =
                    state.isTerminal() || seen.isEmpty() || state.differsFrom(seen.get()) || !job.isSeenIn(state);
            if (isNew || !now.isBefore(until) || alarm.isOutOfPatience()) {
                leave();
                alarm.cancel();
                news.complete(state);
            } else {
                alarm.setTo(job.nextChange(now).filter(until::isAfter).orElse(until));
            }
        }

        private void leave() {
            watches.computeIfPresent(watched.id(), (id, others) -> {
                others.remove(this);
                return others.isEmpty() ? null : others;
            });
        }
    }
}
