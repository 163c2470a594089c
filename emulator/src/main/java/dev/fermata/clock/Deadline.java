package dev.fermata.clock;

import java.time.Duration;

/** A deadline in real time, independent of virtual clocks: for work that must not take for ever. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** A deadline that is {@code patience} from now. */
    public static Deadline after(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Whether it has passed. */
    public boolean isOver() {
        return System.nanoTime() - end >= 0;
    }
}
