package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.clock.Alarm;
import dev.fermata.clock.VirtualClock;
import dev.fermata.job.timeline.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Jobs as their clients see them: polled, waited for, hidden by a fault. Which clients wait, and what was last shown, is
 * soft state, which a crash may lose. Safe for use by many threads.
 */
public final class JobClients {
    private final boolean pollsStep;
    private final JobTable table;
    private final VirtualClock clock;
    private final JobChanges changes;
    private final Map<String, JobState> lastShown = new ConcurrentHashMap<>();
    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** Where {@code pollsStep}, each poll makes a step of the job. */
    JobClients(boolean pollsStep, JobTable table, VirtualClock clock, JobChanges changes) {
        this.pollsStep = pollsStep;
        this.table = table;
        this.clock = clock;
        this.changes = changes;
    }

    /** The job with this id that this account finds. */
    public Optional<Job> find(String id, Account account) {
        return table.find(id).filter(job -> job.owner().equals(account.id())).filter(this::isSeen);
    }

    /** The jobs that an account finds, oldest first. */
    public List<Job> of(Account account) {
        return table.of(account.id()).stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Job job) {
        return job.isSeenAt(clock.instant());
    }

    /**
     * A poll of a job: where the pace is that of the polls, it moves the job on by one step.
     *
     * @return its state then; empty when its client does not find it any more
     */
    public Optional<JobState> poll(Job job) {
        return pollsStep
                ? changes.change(now -> {
                    changes.step(job, now);
                    return seen(job, table.current(job).stateAt(now));
                })
                : seen(job, table.current(job).stateAt(clock.instant()));
    }

    private static Optional<JobState> seen(Job job, JobState state) {
        return Optional.of(state).filter(job::isSeenIn);
    }

    /**
     * Waits for a job to be something else than what {@link #show} noted last: until it is, or so much time has passed by
     * the world's clock or by the real one. Where polls are what moves a job on, this one does, and waits for nothing.
     *
     * @return its state then, or empty when its client does not find it any more; may be completed by the thread that
     *     changes the job, so go on asynchronously
     */
    public CompletableFuture<Optional<JobState>> await(Job job, Duration most) {
        return pollsStep && table.current(job).isMovable(clock.instant())
                ? CompletableFuture.completedFuture(poll(job))
                : new Watch(job, most).begin().thenApply(state -> seen(table.current(job), state));
    }

    /** Notes what a client was shown of a job: it is told at once when there is something new, and waits otherwise. */
    public void show(Job job, JobState state) {
        lastShown.put(job.id(), state);
    }

    /** How many clients wait for news of a job. */
    public int waiting(Job job) {
        return watches.getOrDefault(job.id(), Set.of()).size();
    }

    /** Restores what was last shown in another world. */
    void restore(String job, JobState shown) {
        lastShown.put(job, shown);
    }

    Optional<JobState> lastShown(String job) {
        return Optional.ofNullable(lastShown.get(job));
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
