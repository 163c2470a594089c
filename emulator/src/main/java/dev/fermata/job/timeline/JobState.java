package dev.fermata.job.timeline;

import dev.fermata.job.script.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * What a job is at one instant.
 *
 * @param kind where it is in its life
 * @param percent of its work that is done, 0 to 100
 * @param page the page at work, from 1; 0 when none is
 * @param since when it came to be so
 * @param failure why it failed, when it did
 */
public record JobState(Kind kind, int percent, int page, Instant since, Optional<Failure> failure) {
    /** The states of a job's life, in their order. */
    public enum Kind {
        /** Its files are being gathered. */
        DRAFT,
        QUEUED,
        /** Pages are being read. */
        READING,
        /** The pages are read, and wait for the client to look at them. */
        AWAITING,
        /** The pages are read and are being put together. */
        FINISHING,
        DONE,
        FAILED,
        /** Its client, or the end of its time, put an end to it. */
        CANCELED
    }

    public static JobState of(Kind kind, int percent, Instant since) {
        return new JobState(kind, percent, 0, since, Optional.empty());
    }

    static JobState reading(int page, int percent, Instant since) {
        return new JobState(Kind.READING, percent, page, since, Optional.empty());
    }

    public static JobState done(Instant since) {
        return of(Kind.DONE, 100, since);
    }

    public static JobState failed(Failure failure, int percent, Instant since) {
        return new JobState(Kind.FAILED, percent, 0, since, Optional.of(failure));
    }

    /** Whether nothing more will happen. */
    public boolean isTerminal() {
        return kind == Kind.DONE || isUnpaid();
    }

    /** Whether it has ended without a result. */
    public boolean isUnpaid() {
        return kind == Kind.FAILED || kind == Kind.CANCELED;
    }

    /**
     * Whether a client that has seen {@code other} sees something new here; progress within a page is not, nor is a
     * file more in a draft, but starting over with a page is.
     */
    public boolean differsFrom(JobState other) {
        return kind != other.kind || page != other.page || (kind != Kind.DRAFT && !since.equals(other.since));
    }
}
