package dev.fermata.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action when a clock reaches a time, by running or by being moved. Also runs it when a maximum of real time
 * has passed: a frozen clock must not make a client wait for ever. Thread-safe.
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

    /** Sets the alarm to {@code time}; an earlier setting is void. */
    public synchronized void setTo(Instant time) {
        at = time;
        schedule();
    }

    /** Stops the alarm for good. */
    public synchronized void cancel() {
        canceled = true;
        at = null;
        unschedule();
        clock.forget(this);
    }

    /** Whether the maximum of real time has passed, or the clock is about to be closed. */
    public boolean isOutOfPatience() {
        return released || nanoTime.getAsLong() - outOfPatienceAt >= 0;
    }

    /** Rings now, on this thread, whatever the time is. */
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

    /** Reacts to a move or a new speed of the clock. */
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
