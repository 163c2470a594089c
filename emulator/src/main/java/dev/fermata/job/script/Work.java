package dev.fermata.job.script;

import java.time.Duration;

/**
 * The work of a job, laid out in a line: page after page, then what is left to be done. A place in it is told by how
 * long it takes to get there; where no time passes, each part counts for as much as any other.
 *
 * @param perPage more than 0, as is {@code pages}
 * @param stepwise whether a page that is being read counts as read, as after a step
 */
public record Work(Duration perPage, int pages, Duration finishing, boolean stepwise) {
    /** What one part counts for where no time passes: a hundred, so that each percent has its place. */
    public static final Duration STEP = Duration.ofNanos(100);

    /** In nanoseconds. The arithmetic of Duration is exact beyond that too, and ten times as slow. */
    private static final long SECONDS_IN_A_LONG = 9_000_000_000L;

    /** Where so many pages are read. */
    public Duration pages(int read) {
        return times(perPage, read);
    }

    /** Where all pages are read. */
    public Duration read() {
        return pages(pages);
    }

    /** Where it ends. */
    public Duration all() {
        return read().plus(finishing);
    }

    /** The page at work, from 1; the last one after that. */
    public int pageAt(Duration place) {
        return (int) Math.min(quotient(place, perPage) + 1, pages);
    }

    /** Where so much is done, not earlier. */
    Duration reached(int percent) {
        return all().multipliedBy(percent).plusNanos(99).dividedBy(100);
    }

    /** The same where {@code at} says. */
    Duration reached(At at) {
        return switch (at.unit()) {
            case PERCENT -> reached(at.number());
            case PAGE -> pages(Math.min(at.number(), pages) + (stepwise ? 1 : 0));
        };
    }

    /** How much is done; 100 only of what has ended. */
    public int percentAt(Duration place) {
        return Math.min(99, share(100, place, all()));
    }

    /** The same where {@code fall} was seen as {@code to} percent, and what follows makes up for it. */
    int percentAfter(Duration fall, int to, Duration place) {
        Duration left = all().minus(fall);
        return left.isZero() ? to : Math.min(99, to + share(100 - to, place.minus(fall), left));
    }

    private static int share(int of, Duration part, Duration whole) {
        return (int) quotient(times(part, of), whole);
    }

    private static Duration times(Duration duration, int factor) {
        return duration.toSeconds() + 1 < SECONDS_IN_A_LONG / Math.max(factor, 1)
                ? Duration.ofNanos(duration.toNanos() * factor)
                : duration.multipliedBy(factor);
    }

    private static long quotient(Duration part, Duration whole) {
        return part.toSeconds() < SECONDS_IN_A_LONG && whole.toSeconds() < SECONDS_IN_A_LONG
                ? part.toNanos() / whole.toNanos()
                : part.dividedBy(whole);
    }
}
