package dev.fermata.clock;

import java.time.Duration;

/** A moment of real time, whatever the virtual clock shows: for work that must not go on for ever. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** That much later than now. */
    public static Deadline after(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
