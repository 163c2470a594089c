package dev.fermata.world;

import dev.fermata.account.Accounts;
import dev.fermata.account.RateLimits;
import dev.fermata.clock.Alarms;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Documents;
import dev.fermata.job.Job;
import dev.fermata.job.JobLimit;
import dev.fermata.job.Jobs;
import dev.fermata.journal.Journal;
import dev.fermata.journal.JournalBudget;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Scenarios;
import dev.fermata.score.Score;
import dev.fermata.score.Scores;
import dev.fermata.score.collection.Collections;
import dev.fermata.score.content.Answers;
import dev.fermata.table.Store;
import dev.fermata.table.Tables;
import dev.fermata.vendor.VendorName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One isolated universe: its own time, accounts, documents, jobs, scores, scenarios and journal. Two worlds never see
 * each other.
 *
 * <p>Concurrency: what lasts is in the {@link Tables}, changed under their one lock, which is never held during I/O; the
 * other parts are safe for use by many threads. Records are immutable.
 */
public final class World {
    /**
     * What every world of a server has in common.
     *
     * @param speed how fast its clock runs; 0 stands still
     * @param flat how Flat behaves in it
     * @param scoreFlow how ScoreFlow behaves in it
     * @param journal how much of what clients do is kept
     * @param journals how much memory the journals of all worlds take together
     * @param jobs how many jobs all worlds hold together
     * @param scenarios what is played in it from its start; the last is the newest
     * @param store where the rows of its tables are kept besides memory
     */
    public record Rules(
            double speed,
            Vendor.Rules flat,
            Vendor.Rules scoreFlow,
            Journal.Bounds journal,
            JournalBudget journals,
            JobLimit jobs,
            List<Scenario> scenarios,
            Store store) {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private volatile boolean ended;
    private final String name;
    private final Tables tables;
    private final VirtualClock clock;
    private final Journal journal;
    private final Documents documents;
    private final Answers answers;
    private final Scores scores;
    private final Collections collections;
    private final Scenarios scenarios = new Scenarios();
    private final Ids ids;
    private final Vendor flat;
    private final Vendor scoreFlow;
    private final Library library;
    private final Trash trash;

    World(String name, Rules rules, long seed, Documents documents, Answers common, Alarms alarms) {
        this.name = name;
        this.tables = new Tables(rules.store());
        this.clock = VirtualClock.following(rules.speed(), alarms);
        this.journal = new Journal(rules.journal(), rules.journals(), clock);
        this.documents = documents;
        this.answers = new Answers(documents, Optional.of(common));
        this.ids = new Ids(seed);
        this.scores = new Scores(tables, this::makesScore);
        this.collections = new Collections(tables);
        this.flat = vendor(VendorName.FLAT, rules.flat(), rules.jobs());
        this.scoreFlow = vendor(VendorName.SCOREFLOW, rules.scoreFlow(), rules.jobs());
        this.library = new Library(tables, scores, collections, flat);
        this.trash = new Trash(tables, scores, collections, documents);
        clock.whenMoved(this::eraseExpired);
        rules.scenarios().forEach(scenarios::play);
    }

    /** Whether a world may be called so: 1 to 64 letters, digits and hyphens. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public String name() {
        return name;
    }

    /** All rows that last in it. */
    public Tables tables() {
        return tables;
    }

    public VirtualClock clock() {
        return clock;
    }

    /** What clients did in it. */
    public Journal journal() {
        return journal;
    }

    public Documents documents() {
        return documents;
    }

    /** What the recognition of some documents is to yield, in this world. */
    public Answers answers() {
        return answers;
    }

    /** What goes wrong on demand in this world. */
    public Scenarios scenarios() {
        return scenarios;
    }

    public Scores scores() {
        return scores;
    }

    public Ids ids() {
        return ids;
    }

    /** What one of the vendors keeps here. */
    public Vendor vendor(VendorName name) {
        return switch (name) {
            case FLAT -> flat;
            case SCOREFLOW -> scoreFlow;
        };
    }

    public Vendor flat() {
        return flat;
    }

    public Vendor scoreFlow() {
        return scoreFlow;
    }

    /** The score with this id, if it is there at {@code now}. */
    public Optional<Score> score(String id, Instant now) {
        return library.score(id, now);
    }

    /** The scores by what they are in and whose they are. */
    public Library library() {
        return library;
    }

    public Collections collections() {
        return collections;
    }

    public Trash trash() {
        return trash;
    }

    /** The job with this id, whichever vendor's it is. */
    public Optional<Job> job(String id) {
        return flat.jobs().find(id).or(() -> scoreFlow.jobs().find(id));
    }

    /** When something next happens by itself after {@code now}: a job changes, data is erased, the trash is emptied. */
    public Optional<Instant> nextChange(Instant now) {
        return Stream.of(flat.jobs().nextChange(now), scoreFlow.jobs().nextChange(now), trash.nextDeletion(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Moves the time on to the next thing that happens; answers when that is, or nothing when nothing is due. */
    public Optional<Instant> step() {
        return clock.step(this::nextChange);
    }

    /** Notes that somebody has come, and when: what has expired by now is gone before anything else happens. */
    public Instant enter() {
        Instant now = clock.instant();
        eraseExpired(now);
        return now;
    }

    private void eraseExpired(Instant now) {
        flat.jobs().eraseExpired(now);
        scoreFlow.jobs().eraseExpired(now);
        trash.deleteExpired(now);
        collections.deleteExpired(now);
    }

    /** Looks at all of it while nothing changes but the time; {@code look} is given the time. */
    public <T> T still(Function<Instant, T> look) {
        return tables.change(() -> look.apply(enter()));
    }

    /** Whether it has been closed: its documents are gone then. */
    public boolean hasEnded() {
        return ended;
    }

    /** Lets everybody go who waits in it, and deletes its documents. */
    void close() {
        ended = true;
        clock.release();
        journal.close();
        flat.jobs().close();
        scoreFlow.jobs().close();
        documents.close();
    }

    private boolean makesScore(String job, Instant at) {
        return flat.jobs().find(job).filter(maker -> maker.needsRoom(at)).isPresent();
    }

    private Vendor vendor(VendorName name, Vendor.Rules rules, JobLimit limit) {
        Accounts accounts = new Accounts(tables, name.label(), rules.accounts());
        return new Vendor(
                accounts,
                new Jobs(
                        tables,
                        name.label(),
                        rules.jobs(),
                        clock,
                        accounts,
                        scores,
                        documents,
                        answers,
                        scenarios.faults(name, rules.operations(), accounts::find),
                        limit),
                new RateLimits());
    }
}
