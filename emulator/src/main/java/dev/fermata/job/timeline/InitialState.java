package dev.fermata.job.timeline;

import dev.fermata.job.order.Order;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFault.Fails;
import dev.fermata.job.script.JobFault.Stalls;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobState.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * How a job stands that nobody has seen begin. It stays so until somebody moves it: a client that cancels it or answers
 * its review, or whoever finishes or fails it by hand.
 *
 * @param kind any but {@link Kind#FINISHING}, which is {@link Kind#READING} beyond the last page
 * @param percent how much of the work is done, 0 to 99, of a job that is read or has failed; 0 for others
 * @param failure why it failed, where it did
 */
public record InitialState(Kind kind, int percent, Optional<Failure> failure) {
    /** Throws {@link IllegalArgumentException} for what no job can be. */
    public InitialState {
        JobFault.requirePercent(0, percent, 99);
        require(kind != Kind.FINISHING, "a job that is put together is reading, at a percent beyond its pages");
        require(
                percent == 0 || kind == Kind.READING || kind == Kind.FAILED,
                "only a job that is reading or has failed has a percent");
        require(failure.isPresent() == (kind == Kind.FAILED), "a job has a failure if it has failed, and only then");
    }

    /** In a state that needs no more words. */
    public static InitialState of(Kind kind) {
        return new InitialState(kind, 0, kind == Kind.FAILED ? Optional.of(Failure.GENERIC) : Optional.empty());
    }

    /** Read so far. */
    public static InitialState reading(int percent) {
        return new InitialState(Kind.READING, percent, Optional.empty());
    }

    /** Failed so far into it. */
    public static InitialState failed(Failure because, int percent) {
        return new InitialState(Kind.FAILED, percent, Optional.of(because));
    }

    /** Whether such an order can lead there. */
    public boolean suits(Order.Kind order) {
        return switch (kind) {
            case DRAFT, AWAITING, CANCELED -> order == Order.Kind.JOB;
            case QUEUED, READING, FINISHING, DONE, FAILED -> true;
        };
    }

    /** What brings a job there at once. */
    public Script scriptOf(int pages) {
        Script script = Script.plain(Duration.ZERO, Duration.ZERO, Duration.ZERO, pages, false);
        return switch (kind) {
            case QUEUED -> Script.plain(Script.FOREVER, Duration.ZERO, Duration.ZERO, pages, false);
            case READING -> script.with(new Stalls(percent));
            case AWAITING -> script.reviewed(true);
            case FAILED -> script.failing(new Fails(failure.orElseThrow(), At.percent(percent)));
            case CANCELED -> script.with(new Stalls(0)); // so that there is something to cancel
            case DRAFT, FINISHING, DONE -> script;
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
