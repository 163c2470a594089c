package dev.fermata.job;

import dev.fermata.clock.VirtualClock;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFault.ResultLate;
import dev.fermata.job.script.JobFault.Vanishes;
import dev.fermata.job.script.JobFault.WithoutResult;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.BySteps;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobHistory.Run;
import dev.fermata.job.timeline.JobState;
import dev.fermata.job.timeline.Recognition;
import dev.fermata.job.timeline.Timetable;
import dev.fermata.job.timeline.Turn;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recognition, or export, free of any vendor's words: an immutable row. What it is at an instant is computed from what
 * has happened to it. Compare jobs by id.
 */
public final class Job {
    /** The last that dates are written in. */
    private static final Instant LAST = VirtualClock.LAST_DATE;

    /** What there is of a result. */
    public enum Result {
        /** It cannot be fetched, or not yet. */
        NOT_READY,
        READY,
        /** The job is done, and nothing came of it. */
        MISSING
    }

    /** All that a job is. */
    public record State(Order order, long number, JobHistory history, Optional<JobState> lastShown) {}

    private final Order order;
    private final long number;
    private final JobHistory history;
    private final Optional<Instant> expiresAt;
    /** Computed when it is first asked for, from what does not change. */
    private volatile @Nullable Summary summary;

    private Job(Order order, long number, JobHistory history) {
        this.order = order;
        this.number = number;
        this.history = history;
        // To the millisecond that a wire shows: at the time told, the data is gone.
        this.expiresAt = order.terms()
                .retention()
                .map(kept -> earlier(history.createdAt().plus(kept), LAST).truncatedTo(ChronoUnit.MILLIS));
    }

    /** A new one. */
    static Job created(Order order, long number, Instant at, List<InputFile> files) {
        return new Job(order, number, JobHistory.created(at, files));
    }

    /** One of another world. */
    static Job of(State state) {
        return new Job(state.order(), state.number(), state.history());
    }

    /** All that it is, and what clients were last shown of it. */
    State state(Optional<JobState> lastShown) {
        return new State(order, number, history, lastShown);
    }

    /** The same after one more event. */
    Job with(JobEvent event) {
        return new Job(order, number, history.with(event));
    }

    public String id() {
        return order.id();
    }

    /** The id of the account that it belongs to. */
    public String owner() {
        return order.account();
    }

    /** Its place among all jobs of its vendor, in the order in which they came, even at the same instant. */
    public long number() {
        return number;
    }

    /** What was ordered. */
    public Order order() {
        return order;
    }

    public Instant createdAt() {
        return history.createdAt();
    }

    /** What it reads, in the order in which it came. */
    public List<InputFile> files() {
        return history.files();
    }

    /** How many pages it reads. */
    public int pages() {
        return InputFile.pagesOf(files());
    }

    /** What it costs, or will cost when it is started, in credits. */
    public int cost() {
        return order.terms().tariff().costOf(pages());
    }

    /** The title its result will have. */
    public String title() {
        return recognition().title();
    }

    /** What is recognized, as far as it is. */
    public Content content() {
        return recognition().content();
    }

    private Recognition recognition() {
        return new Recognition(order, history);
    }

    /** What is told of the result of a job that is done. */
    public Summary summary() {
        Summary known = summary;
        if (known == null) {
            known = Summary.of(content().piece());
            summary = known;
        }
        return known;
    }

    /** What it is at {@code now}. */
    public JobState stateAt(Instant now) {
        return timetable().stateAt(now);
    }

    /** When it changes next by itself, after {@code now}; empty when that takes somebody. */
    public Optional<Instant> nextChange(Instant now) {
        return timetable().nextChange(now);
    }

    /** What there is of its result at {@code now}. */
    public Result resultAt(Instant now) {
        JobState state = stateAt(now);
        if (state.kind() != JobState.Kind.DONE) {
            return Result.NOT_READY;
        }
        Duration late = fault(ResultLate.class).map(ResultLate::by).orElse(Duration.ZERO);
        return fault(WithoutResult.class).isPresent()
                ? Result.MISSING
                : now.isBefore(state.since().plus(late)) ? Result.NOT_READY : Result.READY;
    }

    /** Whether its client finds it. */
    public boolean isSeenAt(Instant now) {
        return isSeenIn(stateAt(now));
    }

    /** Whether its client finds it in this state of it. */
    boolean isSeenIn(JobState state) {
        return fault(Vanishes.class)
                .filter(vanishes -> state.percent() >= vanishes.percent())
                .isEmpty();
    }

    /** Whether a score has come of it, or may still come. */
    public boolean needsRoom(Instant now) {
        return !stateAt(now).isUnpaid() && resultAt(now) != Result.MISSING;
    }

    /** What it was when it was started, whatever the pace. */
    public JobState stateWhenStarted() {
        return JobState.of(
                JobState.Kind.QUEUED, 0, history.run().map(Run::startedAt).orElse(history.createdAt()));
    }

    /** When its turn comes; empty when that is not a matter of time. */
    public Optional<Instant> startsAt() {
        return history.run()
                .filter(run -> !run.script().stepwise())
                .map(Run::turnAt)
                .filter(Turn::comes);
    }

    /** When its data is erased by itself, if ever. */
    public Optional<Instant> expiresAt() {
        return expiresAt;
    }

    /** When its files and its result were erased, by its client or because its time was over. */
    public Optional<Instant> erasedAt(Instant now) {
        return history.erasedAt().or(() -> expiresAt).filter(at -> !now.isBefore(at));
    }

    /** When its data is to be erased, unless that is noted already; empty if that does not come by itself. */
    Optional<Instant> unnotedErasure() {
        return history.erasedAt().isPresent() ? Optional.empty() : expiresAt;
    }

    /** When it has ended unpaid, unless something is done to it before; empty if it does not, or is a draft. */
    Optional<Instant> unpaidFrom() {
        return isStarted() ? timetable().unpaidFrom() : Optional.empty();
    }

    JobHistory history() {
        return history;
    }

    boolean isStarted() {
        return history.run().isPresent();
    }

    Script script() {
        return run().script();
    }

    Instant startedAt() {
        return run().startedAt();
    }

    /** When its turn comes. */
    Instant turnAt() {
        return run().turnAt();
    }

    /** When its place is free for the next, as long as nobody ends it by hand: a job under review needs none. */
    Instant leavesAt() {
        return history.end().map(JobEvent.Ended::at).orElseGet(() -> run().leavesAt());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private <T extends JobFault> Optional<T> fault(Class<T> kind) {
        return history.run().flatMap(run -> run.script().fault(kind));
    }

    Run run() {
        return history.run().orElseThrow();
    }

    /** Whether it goes by steps. */
    boolean isStepwise() {
        return history.run().filter(run -> run.script().stepwise()).isPresent();
    }

    /** Whether a step moves it on: not when it waits for its client, nor when it stalls, nor when all is over. */
    boolean isMovable(Instant now) {
        JobState state = stateAt(now);
        boolean hasSteps = history.run()
                .filter(run -> run.script().stepwise() && !new BySteps(history, run).isStopped())
                .isPresent();
        return hasSteps && !state.isTerminal() && state.kind() != JobState.Kind.AWAITING;
    }

    private Timetable timetable() {
        return new Timetable(history, expiresAt);
    }
}
