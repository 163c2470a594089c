package dev.fermata.job;

import dev.fermata.clock.Alarm;
import dev.fermata.clock.VirtualClock;
import dev.fermata.job.timeline.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One client that waits for news of one job: a place in two lists while it lasts, and no thread.
 *
 * <p>It looks again when something happens to the job, when the job is due to change, when the clock is moved, and when
 * the wait is over.
 */
final class Watch {
    private final Job job;
    private final VirtualClock clock;
    private final Instant until;
    private final Optional<JobState> seen;
    private final Runnable look = this::look;
    private final Alarm alarm;
    private final CompletableFuture<JobState> news = new CompletableFuture<>();

    Watch(Job job, VirtualClock clock, Duration most) {
        this.job = job;
        this.clock = clock;
        this.until = clock.instant().plus(most);
        this.seen = job.lastShown();
        this.alarm = clock.alarm(most, look);
    }

    CompletableFuture<JobState> begin() {
        job.watch(look);
        look();
        return news;
    }

    private synchronized void look() {
        Instant now = clock.instant();
        JobState state = job.stateAt(now);
        boolean isNew = state.isTerminal() || seen.isEmpty() || state.differsFrom(seen.get()) || !job.isSeenIn(state);
        if (isNew || !now.isBefore(until) || alarm.isOutOfPatience()) {
            job.unwatch(look);
            alarm.cancel();
            news.complete(state);
        } else {
            alarm.setTo(job.nextChange(now).filter(until::isAfter).orElse(until));
        }
    }
}
