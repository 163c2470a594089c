package dev.fermata.job;

import java.time.Duration;

/**
 * What will happen to a job.
 *
 * @param delay how long it is queued even when nothing is before it
 * @param perPage how long a page takes
 * @param finishing how long the last phase takes, after the pages
 * @param pages at least 1
 * @param stepwise whether it moves step by step when told or polled, and not with time: a step to begin, one for each
 *     further page, one to end
 */
public record Script(Duration delay, Duration perPage, Duration finishing, int pages, boolean stepwise) {
    /** How long it takes once it has begun. */
    public Duration work() {
        return perPage.multipliedBy(pages).plus(finishing);
    }

    int steps() {
        return pages + 1;
    }
}
