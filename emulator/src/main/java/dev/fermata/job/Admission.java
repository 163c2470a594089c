package dev.fermata.job;

import dev.fermata.account.Accounts;
import dev.fermata.account.CreditLedger.Charge;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.schedule.Queue;
import dev.fermata.job.schedule.RunningJobs;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobHistory.Run;
import dev.fermata.job.timeline.Turn;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Answers.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets jobs start: takes a place in line, room for a score and credits, or none of it. Used within a change of the tables.
 */
final class Admission {
    private final Jobs.Rules rules;
    private final JobTable table;
    private final Accounts accounts;
    private final Scores scores;
    private final Answers answers;
    private final Optional<Queue> queue;
    private final RunningJobs running = new RunningJobs();

    Admission(Jobs.Rules rules, JobTable table, Accounts accounts, Scores scores, Answers answers) {
        this.rules = rules;
        this.table = table;
        this.accounts = accounts;
        this.scores = scores;
        this.answers = answers;
        this.queue = rules.servers() == Jobs.NOBODY_WAITS ? Optional.empty() : Optional.of(new Queue(rules.servers()));
    }

    /**
     * The checks of a start, in their order; then all that it changes but for the row of the job, or nothing.
     *
     * @param script asked for only if nothing speaks against the start
     * @return the job as it is then; its row is still to be written
     */
    Submission admit(Job job, Supplier<Script> script, Instant now) {
        Order order = job.order();
        Optional<Refusal> excess = order.terms().limits().excessOf(job.files());
        int waiting = queue.map(line -> line.waiting(now)).orElse(0);
        if (job.files().isEmpty()) {
            return refused(Refusal.of(Kind.NO_FILES));
        }
        if (excess.isPresent()) {
            return refused(excess.get());
        }
        if (order.needsPlan() && !order.plan().includesRecognition()) {
            return refused(Refusal.of(Kind.PLAN_WITHOUT_RECOGNITION));
        }
        if (waiting >= rules.mostWaiting()) {
            return refused(new Refusal(Kind.QUEUE_FULL, waiting + 1, waiting));
        }
        int parallel = order.terms().limits().parallel();
        if (!running.hasRoom(job.owner(), parallel, other -> isOver(other, now))) {
            return refused(new Refusal(Kind.TOO_MANY_AT_ONCE, parallel + 1, parallel));
        }
        int mostScores = order.plan().mostScores();
        if (order.draft().isPresent() && !scores.hasRoom(job.owner(), mostScores, now)) {
            return refused(new Refusal(Kind.NO_ROOM_FOR_SCORES, mostScores + 1, mostScores));
        }
        int balance = accounts.ledger(job.owner()).balance(now);
        return balance < job.cost()
                ? refused(new Refusal(Kind.CREDITS_SHORT, job.cost(), balance))
                : begin(job, script.get(), now);
    }

    private Submission begin(Job job, Script script, Instant now) {
        Instant turn = queue.map(line -> line.nextStart(script, now)).orElseGet(() -> Turn.alone(script, now));
        job.order().draft().ifPresent(draft -> scores.expect(job.owner(), draft.id(), job.id()));
        Charge charge = accounts.ledger(job.owner()).charge(job.cost(), job.id(), now);
        Job begun = job.with(new JobEvent.Started(now, script, turn, answerTo(job)));
        enter(begun, now);
        return new Submission.Accepted(begun, job.cost(), charge.balance());
    }

    /** Takes a started job into the line, and counts it. */
    void enter(Job job, Instant now) {
        running.add(job.owner(), job.id(), job.order().terms().limits().parallel());
        Run run = job.run();
        boolean isOpen = job.history().end().isEmpty();
        queue.filter(line -> isOpen).ifPresent(line -> line.add(job.id(), run, now));
    }

    /** Takes a job that was ended by hand out of the line; answers those behind it whose turn has moved up. */
    List<Queue.Place> endedByHand(Job job, Instant now) {
        return queue.map(line -> line.removeEnded(job.id(), now)).orElse(List.of());
    }

    /** Forgets a job that has ended: no room is kept for it, and its charge stands as it is. */
    void forget(Job job, Instant now) {
        running.remove(job.owner(), job.id());
        job.order().draft().ifPresent(draft -> scores.expectNoLonger(draft.id()));
        accounts.ledger(job.owner()).conclude(job.id(), now);
    }

    /** The place of a job among those waiting, from 1; 1 where no job waits for another. */
    int position(Job job, Instant now) {
        return queue.map(line -> line.position(job.id(), now)).orElse(1);
    }

    /** Forgets all jobs, to have them entered again. */
    void clear() {
        running.clear();
        queue.ifPresent(Queue::clear);
    }

    private boolean isOver(String job, Instant now) {
        return table.find(job).filter(row -> !row.stateAt(now).isTerminal()).isEmpty();
    }

    /** The answer to the first file that has one. */
    private Optional<Answer> answerTo(Job job) {
        return job.files().stream()
                .map(file -> answers.find(file.document(), file.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Submission refused(Refusal refusal) {
        return new Submission.Refused(refusal);
    }
}
