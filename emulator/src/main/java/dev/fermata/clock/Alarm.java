package dev.fermata.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something when a clock reaches a time, however it gets there, or when somebody has had to wait for too much real
 * time: a clock that stands still must not outlast the patience of a client. Safe for use by many threads.
 */
public final class Alarm {
    private final VirtualClock clock;
    private final Alarms alarms;
    private final LongSupplier nanoTime;
    private final long outOfPatienceAt;
    private final Runnable action;
    private @Nullable Instant at;
    private @Nullable Future<?> scheduled;
    private boolean canceled;
    private volatile boolean released;

    Alarm(VirtualClock clock, Alarms alarms, LongSupplier nanoTime, Duration patience, Runnable action) {
        this.clock = clock;
        this.alarms = alarms;
        this.nanoTime = nanoTime;
        this.outOfPatienceAt = nanoTime.getAsLong() + patience.toNanos();
        this.action = action;
    }

    /** Rings at {@code time}, and no longer at the time it was set to before. */
    public synchronized void setTo(Instant time) {
        at = time;
        schedule();
    }

    /** Never rings again. */
    public synchronized void cancel() {
        canceled = true;
        at = null;
        unschedule();
        clock.forget(this);
    }

    /** Whether all the real time that somebody was ready to wait is over, or the clock is about to end. */
    public boolean isOutOfPatience() {
        return released || nanoTime.getAsLong() - outOfPatienceAt >= 0;
    }

    /** Rings now, on this thread: nobody is to wait any longer. */
    void release() {
        released = true;
        synchronized (this) {
            at = null;
            unschedule();
            if (canceled) {
                return;
            }
        }
        action.run();
    }

    /** The clock was moved, or runs at another speed now. */
    synchronized void reschedule() {
        if (at != null) {
            schedule();
        }
    }

    private synchronized void schedule() {
        unschedule();
        Instant target = at;
        if (!canceled && target != null) {
            long patience = outOfPatienceAt - nanoTime.getAsLong();
            scheduled = alarms.in(Math.max(0, Math.min(patience, clock.realNanosUntil(target))), this::ring);
        }
    }

    private void unschedule() {
        Future<?> before = scheduled;
        if (before != null) {
            before.cancel(false);
            scheduled = null;
        }
    }

    private void ring() {
        synchronized (this) {
            Instant target = at;
            if (target == null) {
                return;
            }
            if (clock.instant().isBefore(target) && !isOutOfPatience()) {
                schedule();
                return;
            }
            at = null;
        }
        action.run();
    }
}
