package dev.fermata.job;

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
        QUEUED,
        /** Pages are being read. */
        READING,
        /** The pages are read and are being put together. */
        FINISHING,
        DONE,
        FAILED
    }

    static JobState queued(Instant since) {
        return new JobState(Kind.QUEUED, 0, 0, since, Optional.empty());
    }

    static JobState reading(int page, int percent, Instant since) {
        return new JobState(Kind.READING, percent, page, since, Optional.empty());
    }

    static JobState finishing(int percent, Instant since) {
        return new JobState(Kind.FINISHING, percent, 0, since, Optional.empty());
    }

    static JobState done(Instant since) {
        return new JobState(Kind.DONE, 100, 0, since, Optional.empty());
    }

    static JobState failed(Failure failure, int percent, Instant since) {
        return new JobState(Kind.FAILED, percent, 0, since, Optional.of(failure));
    }

    /** Whether nothing more will happen. */
    public boolean isTerminal() {
        return kind == Kind.DONE || kind == Kind.FAILED;
    }
}
