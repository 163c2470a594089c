package dev.fermata.job;

import dev.fermata.account.CreditLedger;
import dev.fermata.clock.VirtualClock;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.timeline.BySteps;
import dev.fermata.job.timeline.Failure;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobFault;
import dev.fermata.job.timeline.JobFault.ResultLate;
import dev.fermata.job.timeline.JobFault.Vanishes;
import dev.fermata.job.timeline.JobFault.WithoutResult;
import dev.fermata.job.timeline.JobHistory;
import dev.fermata.job.timeline.JobHistory.Run;
import dev.fermata.job.timeline.JobState;
import dev.fermata.job.timeline.Script;
import dev.fermata.job.timeline.Timetable;
import dev.fermata.job.timeline.Turn;
import dev.fermata.score.content.Content;
import dev.fermata.score.content.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One recognition, or export, free of any vendor's words. What it is at an instant is computed; nothing happens to it in between.
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
    private final Optional<CreditLedger> refunds;
    private final Optional<Instant> expiresAt;
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private volatile JobHistory history;
    private volatile @Nullable JobState lastShown;
    private volatile @Nullable Summary summary;

    /** A new one, whose credits come back to {@code refunds} if it ends unpaid. */
    Job(Order order, long number, Instant createdAt, List<InputFile> files, Optional<CreditLedger> refunds) {
        this(new State(order, number, JobHistory.created(createdAt, files), Optional.empty()), refunds);
    }

    /** One that goes on from there. */
    Job(State state, Optional<CreditLedger> refunds) {
        this.refunds = refunds;
        this.order = state.order();
        this.number = state.number();
        this.history = state.history();
        this.lastShown = state.lastShown().orElse(null);
        // To the millisecond that a wire shows: at the time told, the data is gone.
        this.expiresAt = order.terms()
                .retention()
                .map(kept -> earlier(history.createdAt().plus(kept), LAST).truncatedTo(ChronoUnit.MILLIS));
    }

    /** All that it is. */
    State state() {
        return new State(order, number, history, lastShown());
    }

    public String id() {
        return order.id();
    }

    /** The id of the account that it belongs to. */
    public String owner() {
        return order.account().id();
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
        JobHistory happened = history;
        return happened.erasedAt().isPresent()
                ? happened.erasedAt()
                : expiresAt.filter(deadline -> !now.isBefore(deadline));
    }

    /** When its data will be erased by itself, unless that is over after {@code now}, or never comes. */
    Optional<Instant> nextErasure(Instant now) {
        return erasedAt(now).isPresent() ? Optional.empty() : expiresAt;
    }

    /** Notes what a client was shown: it is told at once when there is something new, and waits otherwise. */
    public void show(JobState state) {
        lastShown = state;
    }

    /** How many clients wait for news of it. */
    public int watchers() {
        return watchers.size();
    }

    /** What {@link #show} noted last. */
    Optional<JobState> lastShown() {
        return Optional.ofNullable(lastShown);
    }

    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
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

    void moveTurnTo(Instant turn, Instant now) {
        change(before -> before.with(new JobEvent.TurnMoved(now, turn)));
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
        JobHistory happened = history;
        boolean hasSteps = happened.run()
                .filter(run -> run.script().stepwise() && !new BySteps(happened, run).isStopped())
                .isPresent();
        return hasSteps && !state.isTerminal() && state.kind() != JobState.Kind.AWAITING;
    }

    /** One step, if it goes by steps and one is its to make; answers whether it was. */
    boolean step(Clock clock) {
        return change(before -> {
            // Read in here: a step of a time that is over could revive a job that has ended since.
            Instant now = clock.instant();
            return isMovable(now) ? before.with(new JobEvent.Stepped(now)) : before;
        });
    }

    /** Ends it by hand, unless it has ended; answers whether it did. */
    boolean end(Instant now, JobState.Kind kind, Optional<Failure> failure) {
        return change(before -> stateAt(now).isTerminal() ? before : before.with(new JobEvent.Ended(now, kind, failure)));
    }

    /** Changes its history; answers whether that made a difference. */
    boolean change(UnaryOperator<JobHistory> change) {
        boolean changed;
        synchronized (this) {
            JobHistory before = history;
            JobHistory after = change.apply(before);
            changed = !after.equals(before);
            if (changed) {
                scheduleReversal(after); // first: a reader that sees the failure must see the credits too
                history = after;
            }
        }
        if (changed) {
            watchers.forEach(Runnable::run);
        }
        return changed;
    }

    /** Tells the ledger when it will end unpaid by itself, as far as that is known. */
    void scheduleReversal() {
        scheduleReversal(history);
    }

    private void scheduleReversal(JobHistory after) {
        if (after.run().isPresent()) {
            refunds.ifPresent(ledger -> ledger.scheduleReversal(id(), new Timetable(after, expiresAt).unpaidFrom()));
        }
    }

    private Timetable timetable() {
        return new Timetable(history, expiresAt);
    }
}
