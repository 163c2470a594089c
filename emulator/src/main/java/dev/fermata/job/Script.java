package dev.fermata.job;

import java.time.Duration;
import java.util.Optional;

/**
 * What will happen to a job once it is started.
 *
 * @param delay how long it is queued even when nothing is before it
 * @param perPage how long a page takes
 * @param finishing how long the last phase takes, after the pages and the review
 * @param pages at least 1
 * @param stepwise whether it moves step by step when told or polled, and not with time: a step to begin, one for each
 *     further page, one after the last page, and one to end after a review
 * @param review whether it waits for its client after the last page
 * @param failure at which page it fails and why, where it does
 */
public record Script(
        Duration delay,
        Duration perPage,
        Duration finishing,
        int pages,
        boolean stepwise,
        boolean review,
        Optional<Breakdown> failure) {
    /**
     * A failure to come.
     *
     * @param page the page that cannot be read, from 1
     */
    public record Breakdown(int page, Failure because) {}

    /** A script that only a few know to vary. */
    static Script plain(Duration delay, Duration perPage, Duration finishing, int pages, boolean stepwise) {
        return new Script(delay, perPage, finishing, pages, stepwise, false, Optional.empty());
    }

    /** The same with a review, or without. */
    Script reviewed(boolean withReview) {
        return new Script(delay, perPage, finishing, pages, stepwise, withReview, failure);
    }

    /** The same, failing or not. */
    Script failing(Optional<Breakdown> breakdown) {
        return new Script(delay, perPage, finishing, pages, stepwise, review, breakdown);
    }

    /** How long the pages take. */
    Duration reading() {
        return perPage.multipliedBy(failure.map(Breakdown::page).orElse(pages));
    }

    /** How long it works once it has begun, pauses left out. */
    public Duration work() {
        return failure.isPresent() ? reading() : reading().plus(finishing);
    }
}
