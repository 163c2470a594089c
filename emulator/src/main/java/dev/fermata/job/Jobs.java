package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Documents;
import dev.fermata.job.order.Addition;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.schedule.Agenda;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Corrections;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All jobs of one vendor in one world. Safe for use by many threads.
 *
 * <p>Each operation is one change of the tables: the row of the job, its charge and the room for its score are written
 * whole or not at all. A job that is given is looked up again; the row that was given stays as it was.
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

    private final VirtualClock clock;
    private final Tables tables;
    private final JobLimit limit;
    private final JobTable table;
    private final Admission admission;
    private final Intake intake;
    private final Endings endings;
    private final Erasure erasure;
    private final Eviction eviction;
    private final JobClients clients;
    private final JobChanges changes;
    private final Places places;
    private final Agenda agenda;

    /** The jobs of the vendor whose table begins with this name; they share the limit with those of other worlds. */
    public Jobs(
            Tables tables,
            String vendor,
            Rules rules,
            VirtualClock clock,
            Accounts accounts,
            Scores scores,
            Documents documents,
            Answers answers,
            JobFaults faults,
            JobLimit limit) {
        this.clock = clock;
        this.tables = tables;
        this.limit = limit;
        this.table = new JobTable(tables, vendor);
        this.admission = new Admission(rules, table, accounts, scores, answers);
        this.intake = new Intake(rules, table, admission, accounts, faults);
        this.endings = new Endings(table, admission);
        this.erasure = new Erasure(tables, table, documents);
        this.eviction = new Eviction(table, scores);
        this.agenda = new Agenda(id -> now -> table.find(id).flatMap(job -> job.nextChange(now)));
        this.changes = new JobChanges(tables, clock, table, admission, eviction, agenda);
        this.clients = new JobClients(rules.pace() == Pace.POLLS, table, clock, changes);
        this.places = new Places(tables, limit, table, admission, erasure, eviction, clients, agenda, changes);
        if (rules.refundsFailures()) {
            table.whenWritten((job, now) -> accounts.ledger(job.owner()).scheduleReversal(job.id(), job.unpaidFrom()));
        }
        table.whenWritten((job, now) -> agenda.enter(job.id(), now));
        table.whenWritten((job, now) -> tables.afterCommit(() -> clients.wake(job.id())));
    }

    /**
     * Takes an order in and starts it at once: makes room for the score that comes of it and charges it, or refuses it
     * and does nothing.
     */
    public Submission submit(Order order, List<InputFile> files) {
        return take(order, now -> intake.submit(order, files, now));
    }

    /** Takes an order in, to be started later; files may come with it and after it. Nothing is charged. */
    public Submission draft(Order order, List<InputFile> files) {
        return take(order, now -> intake.draft(order, files, now));
    }

    /** Takes an order in whose job stands so from its start, as far as nothing speaks against it. */
    public Submission seed(Order order, List<InputFile> files, InitialState initialState) {
        return switch (initialState.kind()) {
            case DRAFT -> draft(order, files);
            case CANCELED ->
                take(order, now -> {
                    Submission submission = intake.seed(order, files, initialState, now);
                    return submission instanceof Submission.Accepted accepted ? canceled(accepted, now) : submission;
                });
            default -> take(order, now -> intake.seed(order, files, initialState, now));
        };
    }

    private Submission canceled(Submission.Accepted accepted, Instant now) {
        endings.cancel(accepted.job(), now);
        return new Submission.Accepted(table.current(accepted.job()), accepted.cost(), accepted.balance());
    }

    /** Takes an order for an export in. It waits for no other job, and nothing is charged. */
    public Submission export(String id, Account account, Export export) {
        return places.take(now -> intake.export(id, account, export, now));
    }

    /** Whether this has been exported, by any account. */
    public boolean hasExported(Export export, Instant now) {
        return table.exportersOf(export).stream().anyMatch(job -> job.resultAt(now) == Job.Result.READY);
    }

    /** Adds a file to a draft, or says why not. */
    public Addition add(Job job, InputFile file) {
        return changes.change(now -> intake.add(table.current(job), file, now));
    }

    /** Starts a draft: makes room for the score that comes of it and charges it, or says why not and does nothing. */
    public Submission start(Job job) {
        return changes.change(now -> intake.start(table.current(job), now));
    }

    /** Goes on with a job that waits for its review, or says why not. */
    public Optional<Refusal> resume(Job job, Corrections corrections) {
        return changes.change(now -> {
            Job row = table.current(job);
            if (row.stateAt(now).kind() != JobState.Kind.AWAITING) {
                return Optional.of(Refusal.of(Kind.NOT_AWAITING));
            }
            table.update(row.with(new JobEvent.Reviewed(now, corrections)), now);
            return Optional.<Refusal>empty();
        });
    }

    /** Puts an end to a job that has not ended; one that was canceled before stays so. Its credits come back. */
    public Optional<Refusal> cancel(Job job) {
        return changes.change(now -> endings.cancel(table.current(job), now));
    }

    /** Ends a started job at once and well, even one that waits for its review; answers whether it had not ended. */
    public boolean finish(Job job) {
        return changes.change(now -> endings.finish(table.current(job), now));
    }

    /** Ends a job at once and badly; answers whether it had not ended. */
    public boolean fail(Job job, Failure failure) {
        return changes.change(now -> endings.fail(table.current(job), failure, now));
    }

    /** Moves a step-by-step job on by one step; answers whether there was one to make. */
    public boolean step(Job job) {
        return changes.change(now -> changes.step(job, now));
    }

    /** Erases the files and the result of a job that has ended; one that is erased stays so. */
    public Optional<Refusal> erase(Job job) {
        return changes.change(now -> erasure.erase(table.current(job), now));
    }

    /** Deletes the bytes of the jobs whose time is over. Costs in proportion to these. */
    public void eraseExpired(Instant now) {
        if (!table.expired(now).isEmpty()) {
            tables.change(() -> {
                tables.ifUndone(changes::rebuild);
                erasure.eraseExpired(now);
            });
        }
    }

    /** The job that an order's key stands for already; one that its client does not find any more has lost its key. */
    public Optional<Job> orderedBefore(Order order) {
        return intake.orderedBefore(order, clock.instant());
    }

    /** The job with this id, of any account, also one that its client does not find any more. */
    public Optional<Job> find(String id) {
        return table.find(id);
    }

    /** The jobs of an account, also those that it does not find any more, oldest first. */
    public List<Job> of(Account account) {
        return table.of(account.id());
    }

    /** The job that makes, or has made, the score with this id. */
    public Optional<Job> makerOf(String score) {
        return table.makerOf(score);
    }

    /** How many jobs there are. */
    public int count() {
        return table.count();
    }

    /** All jobs, oldest first. */
    public List<Job> all() {
        return table.all();
    }

    /** When something next happens to one of them by itself after {@code now}: it changes, or its data is erased. */
    public Optional<Instant> nextChange(Instant now) {
        return tables.change(() -> Stream.of(agenda.next(now), table.nextErasure(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder()));
    }

    /** The place of a job among those waiting, from 1. */
    public int position(Job job, Instant now) {
        return tables.change(() -> admission.position(job, now));
    }

    /** All that they are. */
    public State state() {
        return tables.read(() -> new State(
                intake.count(),
                table.all().stream()
                        .map(job -> job.state(clients.lastShown(job.id())))
                        .toList()));
    }

    /**
     * Restores the jobs of another world.
     *
     * @throws IllegalArgumentException if they are more than the server has places for
     */
    public void restore(State state) {
        int places = state.jobs().size();
        if (!limit.take(places)) {
            throw new IllegalArgumentException(
                    "the server has no places for " + places + " jobs more; its limit is " + limit.most());
        }
        changes.change(now -> {
            intake.restore(state.count());
            state.jobs().forEach(job -> {
                table.insert(Job.of(job), now);
                job.lastShown().ifPresent(shown -> clients.restore(job.order().id(), shown));
            });
            changes.rebuild();
            return true;
        });
    }

    private Submission take(Order order, Function<Instant, Submission> taking) {
        Optional<Job> before = orderedBefore(order);
        return before.isPresent() ? new Submission.Known(before.get()) : places.take(taking);
    }

    /** How many have been evicted. */
    public long evicted() {
        return eviction.count();
    }

    /** Jobs as their clients see them. */
    public JobClients clients() {
        return clients;
    }

    /** Gives the places of its jobs back to other worlds. */
    public void close() {
        places.close();
    }
}
