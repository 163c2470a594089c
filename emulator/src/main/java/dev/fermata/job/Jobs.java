package dev.fermata.job;

import dev.fermata.account.CreditLedger.Charge;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Scores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All jobs of one vendor in one world.
 *
 * <p>Concurrency: whatever decides about money or order (submitting, ending by hand) holds this object's lock and does
 * no I/O meanwhile; looking a job up takes none.
 */
public final class Jobs {
    /**
     * How jobs are taken in.
     *
     * @param pace how they get their durations
     * @param servers how many run at once, at least 1; {@link #NOBODY_WAITS} for any number
     * @param mostWaiting how many wait at most before the next is refused
     * @param refundsFailures whether a failed job gives its credits back
     */
    public record Rules(Pace pace, int servers, int mostWaiting, boolean refundsFailures) {}

    /** As many servers as there are jobs. */
    public static final int NOBODY_WAITS = Integer.MAX_VALUE;

    private final Rules rules;
    private final Clock clock;
    private final Scores scores;
    private final Queue queue;
    private final Map<String, Job> byId = new ConcurrentHashMap<>();
    private final Map<String, Job> byScore = new ConcurrentHashMap<>();

    public Jobs(Rules rules, Clock clock, Scores scores) {
        this.rules = rules;
        this.clock = clock;
        this.scores = scores;
        this.queue = new Queue(rules.servers());
    }

    /**
     * Takes an order in, makes room for the score that comes of it and charges it, or refuses it and does nothing.
     */
    public synchronized Submission submit(Order order) {
        Instant now = clock.instant();
        var account = order.account();
        int waiting = queue.waiting(now);
        if (!account.plan().includesRecognition()) {
            return refused(new Refusal.PlanWithoutRecognition(account.plan().label()));
        }
        if (waiting >= rules.mostWaiting()) {
            return refused(new Refusal.QueueFull(waiting));
        }
        if (order.draft().isPresent() && !scores.takeRoom(account)) {
            return refused(new Refusal.NoRoomForScores(account.plan().mostScores()));
        }
        Charge charge = account.credits().charge(order.cost(), order.id(), now);
        if (!charge.accepted()) {
            order.draft().ifPresent(draft -> scores.giveRoomBack(account));
            return refused(new Refusal.CreditsShort(order.cost(), charge.balance()));
        }
        Job job = accept(order, now);
        return new Submission.Accepted(job, order.cost(), charge.balance());
    }

    /** The job with this id. */
    public Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A poll of a job: where the pace is that of the polls, it moves the job on by one step. */
    public JobState poll(Job job, Instant now) {
        if (rules.pace() == Pace.POLLS) {
            job.step(now);
        }
        return job.stateAt(now);
    }

    /** The job that makes, or has made, the score with this id. */
    public Optional<Job> makerOf(String score) {
        return Optional.ofNullable(byScore.get(score));
    }

    /** All jobs, in no order. */
    public List<Job> all() {
        return List.copyOf(byId.values());
    }

    /** The place of a job among those waiting, from 1. */
    public synchronized int position(Job job, Instant now) {
        return queue.position(job, now);
    }

    /** Moves a step-by-step job on by one step; any other, and one at its end, stays as it is. */
    public void step(Job job) {
        job.step(clock.instant());
    }

    /** Ends a job at once and well; one that has ended stays as it is. */
    public synchronized void finish(Job job) {
        end(job, Optional.empty());
    }

    /** Ends a job at once and badly; one that has ended stays as it is. */
    public synchronized void fail(Job job, Failure failure) {
        if (!end(job, Optional.of(failure))) {
            return;
        }
        Order order = job.order();
        order.draft().ifPresent(draft -> scores.giveRoomBack(order.account()));
        if (rules.refundsFailures()) {
            order.account().credits().reverse(job.id(), clock.instant());
        }
    }

    private boolean end(Job job, Optional<Failure> failure) {
        Instant now = clock.instant();
        boolean ended = job.end(now, failure);
        if (ended) {
            queue.endedByHand(job, now);
        }
        return ended;
    }

    private static Submission refused(Refusal refusal) {
        return new Submission.Refused(refusal);
    }

    private Job accept(Order order, Instant now) {
        Script script = rules.pace()
                .script(
                        order.document().facts().pages(),
                        order.document().sha256().hashCode());
        Job job = new Job(order, script, now, queue.nextStart(script, now));
        byId.put(job.id(), job);
        order.draft().map(ScoreDraft::id).ifPresent(score -> byScore.put(score, job));
        queue.add(job);
        return job;
    }
}
