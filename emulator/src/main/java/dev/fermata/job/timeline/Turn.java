package dev.fermata.job.timeline;

import dev.fermata.job.script.Script;
import java.time.Instant;

/** When a job is served that waits in a queue, or would wait if its vendor had one. */
public final class Turn {
    /** The turn of those behind a job that never leaves, as long as that job is not ended by hand. */
    public static final Instant NEVER = Instant.MAX;

    private Turn() {}

    /** When a job starts that waits for no other. */
    public static Instant alone(Script script, Instant acceptedAt) {
        return script.waitsForever() ? NEVER : acceptedAt.plus(script.delay());
    }

    /** Whether a turn comes by itself. */
    public static boolean comes(Instant turn) {
        return turn.isBefore(NEVER);
    }
}
