package dev.fermata.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How jobs get their durations. */
public enum Pace {
    /** A queue of about a second, a second or two for each page: what a person sees in production. */
    REALISTIC,
    /** Done in well under a second of real time, with every state still to be seen. */
    FAST,
    /** Done as soon as it is accepted. */
    INSTANT,
    /** One step with each poll. */
    POLLS,
    /** One step each time it is told to. */
    MANUAL;

    private static final Duration MOST_WORK_WHEN_FAST = Duration.ofMillis(360);

    /**
     * The script of a job.
     *
     * @param pages how many pages its document has
     * @param seed varies the durations a little; the same seed, the same script
     */
    Script script(int pages, int seed) {
        return switch (this) {
            case REALISTIC ->
                Script.plain(
                        Duration.ofMillis(800 + Math.floorMod(seed, 400)),
                        Duration.ofMillis(1_000 + Math.floorMod(seed / 400, 1_000)),
                        Duration.ofMillis(500),
                        pages,
                        false);
            case FAST -> Script.plain(Duration.ofMillis(60), perPart(pages), perPart(pages), pages, false);
            case INSTANT -> Script.plain(Duration.ZERO, Duration.ZERO, Duration.ZERO, pages, false);
            case POLLS, MANUAL -> Script.plain(Duration.ZERO, Duration.ZERO, Duration.ZERO, pages, true);
        };
    }

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The pace with this label. */
    public static Optional<Pace> labelled(String label) {
        return Arrays.stream(values())
                .filter(pace -> pace.label().equals(label))
                .findFirst();
    }

    private static Duration perPart(int pages) {
        return MOST_WORK_WHEN_FAST.dividedBy(pages + 1L);
    }
}
