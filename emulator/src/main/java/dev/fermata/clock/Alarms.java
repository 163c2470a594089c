package dev.fermata.clock;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings the {@link Alarm}s of all clocks that share it, on a single thread that exists only while an alarm is set. */
public final class Alarms {
    private static final long IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor scheduler;

    public Alarms() {
        scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "fermata-clock");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        scheduler.allowCoreThreadTimeOut(true);
    }

    Future<?> in(long realNanos, Runnable ring) {
        return scheduler.schedule(ring, realNanos, TimeUnit.NANOSECONDS);
    }
}
