package dev.fermata.http.receive;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Watches that one transfer keeps to a {@link LeastRate}. Only time in which the server waits for the client counts. */
public final class RateWatch implements AutoCloseable {
    private final LeastRate least;
    private final Scheduler scheduler;
    private final Runnable cutOff;
    private long moved;
    private boolean waiting;
    private boolean wasWaiting;
    private boolean over;
    private Scheduler.@Nullable Task next;

    /**
     * A watch that has not begun.
     *
     * @param cutOff ends the transfer; called at most once, and not if {@link #end} answers true
     */
    public RateWatch(LeastRate least, Scheduler scheduler, Runnable cutOff) {
        this.least = least;
        this.scheduler = scheduler;
        this.cutOff = cutOff;
    }

    /** The server waits for the client from now on. */
    public synchronized void waits() {
        waiting = true;
        if (next == null && !over) {
            wasWaiting = true;
            schedule();
        }
    }

    /** The client has moved some bytes. Answers whether the transfer may go on. */
    public synchronized boolean moves(long bytes) {
        waiting = false;
        moved += bytes;
        return !over;
    }

    /** The transfer is over. Answers whether it was not cut off before. */
    synchronized boolean end() {
        boolean inTime = !over;
        close();
        return inTime;
    }

    @Override
    public synchronized void close() {
        over = true;
        if (next != null) {
            next.cancel();
        }
    }

    private void look() {
        if (isTooSlow()) {
            cutOff.run();
        }
    }

    private synchronized boolean isTooSlow() {
        if (over) {
            return false;
        }
        if (waiting && wasWaiting && moved < least.bytes()) {
            over = true;
            return true;
        }
        wasWaiting = waiting;
        moved = 0;
        schedule();
        return false;
    }

    private void schedule() {
        next = scheduler.schedule(this::look, least.window().toMillis(), TimeUnit.MILLISECONDS);
    }
}
