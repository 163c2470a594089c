package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.CreditLedger;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Documents;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.timeline.Failure;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobState;
import dev.fermata.job.timeline.Pace;
import dev.fermata.job.timeline.Script;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Corrections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All jobs of one vendor in one world.
 *
 * <p>Concurrency: whatever decides about money or order (submitting, starting, ending by hand) holds this object's lock,
 * reads the clock inside of it, and does no I/O meanwhile; looking a job up takes none.
 */
public final class Jobs {
    /**
     * How jobs are taken in.
     *
     * @param pace how they get their durations
     * @param servers how many run at once, at least 1; {@link #NOBODY_WAITS} for any number
     * @param mostWaiting how many wait at most before the next is refused
     * @param refundsFailures whether a job that fails or is canceled gives its credits back
     */
    public record Rules(Pace pace, int servers, int mostWaiting, boolean refundsFailures) {}

    /**
     * All that jobs are.
     *
     * @param count how many have ever come
     */
    public record State(long count, List<Job.State> jobs) {}

    /** As many servers as there are jobs. */
    public static final int NOBODY_WAITS = Integer.MAX_VALUE;

    private final Rules rules;
    private final VirtualClock clock;
    private final Accounts accounts;
    private final Admission admission;
    private final Documents documents;
    private final JobFaults faults;
    private final JobLimit limit;
    private final Erasure erasure = new Erasure();
    private final Register register = new Register();
    private final Eviction eviction;
    private long count;
    private int places;
    private boolean closed;

    /** None yet; they share the limit with those of other worlds. */
    public Jobs(
            Rules rules,
            VirtualClock clock,
            Accounts accounts,
            Scores scores,
            Documents documents,
            Answers answers,
            JobFaults faults,
            JobLimit limit) {
        this.rules = rules;
        this.clock = clock;
        this.accounts = accounts;
        this.admission = new Admission(rules, accounts, scores, answers);
        this.documents = documents;
        this.faults = faults;
        this.limit = limit;
        this.eviction = new Eviction(scores);
        limit.enter(this);
    }

    /**
     * Takes an order in and starts it at once: makes room for the score that comes of it and charges it, or refuses it
     * and does nothing.
     */
    public Submission submit(Order order, List<InputFile> files) {
        return take(order, files, this::run);
    }

    /** Takes an order for an export in. It waits for no other job, and nothing is charged. */
    public Submission export(String id, Account account, Export export) {
        return inAPlace(() -> new Submission.Accepted(exported(id, account, export), 0, 0));
    }

    private Job exported(String id, Account account, Export export) {
        Instant now = clock.instant();
        Job job = new Job(Order.of(id, account, export), ++count, now, List.of(), Optional.empty());
        Script script = faulty(rules.pace().script(export), job);
        job.change(history -> history.with(new JobEvent.Started(now, script, now.plus(script.delay()), Optional.empty())));
        enter(job);
        return job;
    }

    /** Whether this has been exported, by whomever. */
    public boolean hasExported(Export export, Instant now) {
        return register.exportersOf(export).stream().anyMatch(job -> job.resultAt(now) == Job.Result.READY);
    }

    /** Takes an order in, to be started later; files may come with it and after it. Nothing is charged. */
    public Submission draft(Order order, List<InputFile> files) {
        return take(order, files, this::gather);
    }

    /** Takes an order in whose job stands so from its start, as far as nothing speaks against it. */
    public Submission seed(Order order, List<InputFile> files, InitialState initialState) {
        if (initialState.kind() == JobState.Kind.DRAFT) {
            return draft(order, files);
        }
        Submission submission = take(order, files, job -> run(job, () -> initialState.scriptOf(job.pages())));
        if (initialState.kind() == JobState.Kind.CANCELED && submission instanceof Submission.Accepted accepted) {
            cancel(accepted.job());
        }
        return submission;
    }

    /** All that they are. */
    public synchronized State state() {
        return new State(
                count,
                register.all().stream()
                        .sorted(Comparator.comparing(Job::number))
                        .map(Job::state)
                        .toList());
    }

    /**
     * Takes in the jobs of a world that goes on from there.
     *
     * @throws IllegalArgumentException if they are more than the server has places for
     */
    public void resume(State state) {
        int places = state.jobs().size();
        if (!limit.take(places)) {
            throw new IllegalArgumentException(
                    "the server has no places for " + places + " jobs more; its limit is " + limit.most());
        }
        enter(state);
    }

    private synchronized void enter(State state) {
        places += state.jobs().size();
        count = state.count();
        Instant now = clock.instant();
        List<Job> jobs = state.jobs().stream()
                .map(job -> new Job(job, refunds(job.order())))
                .toList();
        jobs.forEach(job -> {
            register.enter(job);
            eviction.expect(job);
        });
        jobs.stream().filter(job -> job.erasedAt(now).isEmpty()).forEach(erasure::expect);
        jobs.stream()
                .filter(job -> job.isStarted() && job.order().kind() != Order.Kind.EXPORT)
                .sorted(Comparator.comparing(Job::turnAt)
                        .thenComparing(Job::startedAt)
                        .thenComparing(Job::number))
                .forEach(job -> admission.resume(job, now));
    }

    /** Looks at something while no job starts or is ended by hand. */
    public synchronized <T> T still(Supplier<T> look) {
        return look.get();
    }

    /** The job that an order's key stands for already; one that its client does not find any more has lost its key. */
    public Optional<Job> orderedBefore(Order order) {
        return register.orderedBefore(order).filter(this::isSeen);
    }

    /**
     * What came of a file for a draft.
     *
     * @param files how many the draft has now
     */
    public record Addition(Optional<Refusal> refusal, int files) {}

    /** Adds a file to a draft, or says why not. */
    public synchronized Addition add(Job job, InputFile file) {
        Instant now = clock.instant();
        List<InputFile> files =
                Stream.concat(job.files().stream(), Stream.of(file)).toList();
        Optional<Refusal> refusal = job.stateAt(now).kind() == JobState.Kind.DRAFT
                ? job.order().terms().limits().excessOf(files)
                : refusal(Kind.NOT_A_DRAFT);
        if (refusal.isPresent()) {
            return new Addition(refusal, job.files().size());
        }
        job.change(history -> history.with(new JobEvent.FileAdded(now, file)));
        return new Addition(Optional.empty(), files.size());
    }

    /** Starts a draft: makes room for the score that comes of it and charges it, or says why not and does nothing. */
    public synchronized Submission start(Job job) {
        return job.stateAt(clock.instant()).kind() == JobState.Kind.DRAFT
                ? run(job)
                : new Submission.Refused(Refusal.of(Kind.NOT_A_DRAFT));
    }

    /** Goes on with a job that waits for its review, or says why not. */
    public synchronized Optional<Refusal> resume(Job job, Corrections corrections) {
        Instant now = clock.instant();
        if (job.stateAt(now).kind() != JobState.Kind.AWAITING) {
            return refusal(Kind.NOT_AWAITING);
        }
        job.change(history -> history.with(new JobEvent.Reviewed(now, corrections)));
        return Optional.empty();
    }

    /** Puts an end to a job that has not ended; one that was canceled before stays so. Its credits come back. */
    public synchronized Optional<Refusal> cancel(Job job) {
        endUnpaid(job, JobState.Kind.CANCELED, Optional.empty());
        boolean canceled = job.stateAt(clock.instant()).kind() == JobState.Kind.CANCELED;
        return canceled ? Optional.empty() : refusal(Kind.ENDED);
    }

    /** Erases the files and the result of a job that has ended; one that is erased stays so. */
    public Optional<Refusal> erase(Job job) {
        List<InputFile> files;
        synchronized (this) {
            Optional<Refusal> refusal = markErased(job);
            if (refusal.isPresent()) {
                return refusal;
            }
            files = erasure.filesOf(job);
        }
        release(files);
        return Optional.empty();
    }

    private Optional<Refusal> markErased(Job job) {
        Instant now = clock.instant();
        if (job.expiresAt().isEmpty()) {
            return refusal(Kind.NOT_ERASABLE);
        }
        if (!job.stateAt(now).isTerminal()) {
            return refusal(Kind.NOT_ENDED);
        }
        if (job.erasedAt(now).isEmpty()) {
            job.change(history -> history.with(new JobEvent.Erased(now)));
        }
        return Optional.empty();
    }

    /** Deletes the bytes of the jobs whose time is over. */
    public void eraseExpired(Instant now) {
        if (erasure.isDue(now)) {
            List<InputFile> files;
            synchronized (this) {
                files = erasure.expired(now);
            }
            release(files);
        }
    }

    /** Deletes from the disk, so not under the lock. */
    private void release(List<InputFile> files) {
        files.forEach(file -> documents.release(file.document()));
    }

    /** The job with this id, whoever's it is and whether or not he finds it. */
    public Optional<Job> find(String id) {
        return register.find(id);
    }

    /** The job with this id that this account finds. */
    public Optional<Job> find(String id, Account account) {
        return register.find(id).filter(job -> job.owner().equals(account.id())).filter(this::isSeen);
    }

    /** The jobs of an account, also those that it does not find any more, oldest first. */
    public List<Job> of(Account account) {
        return register.of(account);
    }

    /** The jobs that an account finds, oldest first. */
    public List<Job> seenBy(Account account) {
        return register.of(account).stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Job job) {
        return job.isSeenAt(clock.instant());
    }

    /**
     * A poll of a job: where the pace is that of the polls, it moves the job on by one step.
     *
     * @return what it is then; empty when its client does not find it any more
     */
    public Optional<JobState> poll(Job job) {
        if (rules.pace() == Pace.POLLS) {
            job.step(clock);
        }
        return seen(job, job.stateAt(clock.instant()));
    }

    private static Optional<JobState> seen(Job job, JobState state) {
        return Optional.of(state).filter(job::isSeenIn);
    }

    /**
     * Waits for a job to be something else than what {@link Job#show} noted last: until it is, or so much time has passed
     * by the world's clock or by the real one. Where polls are what moves a job on, this one does, and waits for nothing.
     *
     * @return what it is then, or empty when its client does not find it any more; may be completed by whoever changes
     *     the job, under his locks, so go on asynchronously
     */
    public CompletableFuture<Optional<JobState>> await(Job job, Duration most) {
        return rules.pace() == Pace.POLLS && job.isMovable(clock.instant())
                ? CompletableFuture.completedFuture(poll(job))
                : new Watch(job, clock, most).begin().thenApply(state -> seen(job, state));
    }

    /** The job that makes, or has made, the score with this id. */
    public Optional<Job> makerOf(String score) {
        return register.makerOf(score);
    }

    /** When something next happens to one of them by itself after {@code now}: it changes, or its data is erased. */
    public Optional<Instant> nextChange(Instant now) {
        return register.all().stream()
                .flatMap(job -> Stream.of(job.nextChange(now), job.nextErasure(now)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** How many jobs there are. */
    public int count() {
        return register.count();
    }

    /** All jobs, in no order. */
    public List<Job> all() {
        return register.all();
    }

    /** The place of a job among those waiting, from 1. */
    public synchronized int position(Job job, Instant now) {
        return admission.position(job, now);
    }

    /** Moves a step-by-step job on by one step; answers whether there was one to make. */
    public boolean step(Job job) {
        return job.step(clock);
    }

    /** Ends a started job at once and well, even one that waits for its review; answers whether it had not ended. */
    public synchronized boolean finish(Job job) {
        Instant now = clock.instant();
        boolean ended =
                job.stateAt(now).kind() != JobState.Kind.DRAFT && job.end(now, JobState.Kind.DONE, Optional.empty());
        if (ended) {
            admission.endedByHand(job, now);
        }
        return ended;
    }

    /** Ends a job at once and badly; answers whether it had not ended. */
    public synchronized boolean fail(Job job, Failure failure) {
        return endUnpaid(job, JobState.Kind.FAILED, Optional.of(failure));
    }

    private boolean endUnpaid(Job job, JobState.Kind kind, Optional<Failure> failure) {
        Instant now = clock.instant();
        boolean started = job.history().run().isPresent();
        if (!job.end(now, kind, failure)) {
            return false;
        }
        if (started) {
            admission.endedByHand(job, now);
        }
        return true;
    }

    private Submission take(Order order, List<InputFile> files, Function<Job, Submission> begin) {
        Optional<Job> before = orderedBefore(order);
        return before.isPresent() ? new Submission.Known(before.get()) : inAPlace(() -> taken(order, files, begin));
    }

    private Submission taken(Order order, List<InputFile> files, Function<Job, Submission> begin) {
        Optional<Job> before = orderedBefore(order);
        if (before.isPresent()) {
            return new Submission.Known(before.get());
        }
        Job job = new Job(order, ++count, clock.instant(), files, refunds(order));
        Submission submission = begin.apply(job);
        if (submission instanceof Submission.Accepted) {
            enter(job);
            erasure.expect(job);
        }
        return submission;
    }

    /** Takes something in if the server has a place for it; the place is free again if it is not taken in. */
    private Submission inAPlace(Supplier<Submission> taking) {
        if (!limit.take(1)) {
            return new Submission.Refused(new Refusal(Kind.SERVER_FULL, limit.most() + 1, limit.most()));
        }
        boolean keeps = false;
        try {
            Submission submission;
            synchronized (this) {
                submission = taking.get();
                keeps = submission instanceof Submission.Accepted && !closed;
                places += keeps ? 1 : 0;
            }
            return submission;
        } finally {
            if (!keeps) {
                limit.giveBack(1);
            }
        }
    }

    /** The ledger that takes the charge back when a job ends unpaid; empty where the vendor keeps it. */
    private Optional<CreditLedger> refunds(Order order) {
        return rules.refundsFailures()
                ? Optional.of(accounts.ledger(order.account().id()))
                : Optional.empty();
    }

    private void enter(Job job) {
        register.enter(job);
        eviction.expect(job);
    }

    /** Evicts jobs that have ended, the oldest first; answers how many went. */
    int evict(int wanted) {
        List<InputFile> files = new ArrayList<>();
        int gone;
        synchronized (this) {
            Instant now = clock.instant();
            List<Job> evicted = closed ? List.of() : eviction.next(wanted, now);
            for (Job job : evicted) {
                register.remove(job);
                admission.forget(job, now);
                files.addAll(filesHeldBy(job, now));
            }
            gone = evicted.size();
            places -= gone;
            limit.giveBack(gone);
        }
        release(files);
        return gone;
    }

    private List<InputFile> filesHeldBy(Job job, Instant now) {
        if (job.expiresAt().isPresent()) {
            return erasure.filesOf(job);
        }
        return eviction.isScoreGone(job, now) ? List.of() : job.files();
    }

    /** How many have been evicted. */
    public synchronized long evicted() {
        return eviction.count();
    }

    /** Gives the places of its jobs back to other worlds. */
    public synchronized void close() {
        if (!closed) {
            closed = true;
            limit.leave(this, places);
        }
    }

    private Submission gather(Job job) {
        Optional<Refusal> excess = job.order().terms().limits().excessOf(job.files());
        int balance = accounts.ledger(job.owner()).balance(clock.instant());
        return excess.isPresent() ? new Submission.Refused(excess.get()) : new Submission.Accepted(job, 0, balance);
    }

    /** Starts a job, which is when the faults are asked, and only if nothing speaks against it. */
    private Submission run(Job job) {
        return run(
                job, () -> faulty(rules.pace().script(job.files(), job.order().wishes()), job));
    }

    private Submission run(Job job, Supplier<Script> script) {
        return admission.admit(job, script, clock.instant());
    }

    private Script faulty(Script script, Job job) {
        return faults.of(job.order(), job.files())
                .map(fault -> fault.on(script, job.order().kind()))
                .orElse(script);
    }

    private static Optional<Refusal> refusal(Kind kind) {
        return Optional.of(Refusal.of(kind));
    }
}
