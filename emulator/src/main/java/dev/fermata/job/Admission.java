package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.CreditLedger.Charge;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.Script;
import dev.fermata.job.timeline.Turn;
import dev.fermata.score.ScoreDraft;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.score.content.Answers.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets jobs start: takes a place in line, room for a score and credits, or none of it. {@link Jobs} holds its lock. */
final class Admission {
    private final Jobs.Rules rules;
    private final Accounts accounts;
    private final Scores scores;
    private final Answers answers;
    private final Optional<Queue> queue;
    private final RunningJobs running = new RunningJobs();

    Admission(Jobs.Rules rules, Accounts accounts, Scores scores, Answers answers) {
        this.rules = rules;
        this.accounts = accounts;
        this.scores = scores;
        this.answers = answers;
        this.queue = rules.servers() == Jobs.NOBODY_WAITS ? Optional.empty() : Optional.of(new Queue(rules.servers()));
    }

    /**
     * The checks of a start, in their order; then all that it changes, or nothing.
     *
     * @param script asked for only if nothing speaks against the start
     */
    Submission admit(Job job, Supplier<Script> script, Instant now) {
        Order order = job.order();
        Account account = order.account();
        Optional<Refusal> excess = order.terms().limits().excessOf(job.files());
        int waiting = queue.map(line -> line.waiting(now)).orElse(0);
        if (job.files().isEmpty()) {
            return refused(Refusal.of(Kind.NO_FILES));
        }
        if (excess.isPresent()) {
            return refused(excess.get());
        }
        if (order.needsPlan() && !account.plan().includesRecognition()) {
            return refused(Refusal.of(Kind.PLAN_WITHOUT_RECOGNITION));
        }
        if (waiting >= rules.mostWaiting()) {
            return refused(new Refusal(Kind.QUEUE_FULL, waiting + 1, waiting));
        }
        if (!running.hasRoomFor(job, now)) {
            int most = order.terms().limits().parallel();
            return refused(new Refusal(Kind.TOO_MANY_AT_ONCE, most + 1, most));
        }
        if (!takeRoom(job, now)) {
            int most = account.plan().mostScores();
            return refused(new Refusal(Kind.NO_ROOM_FOR_SCORES, most + 1, most));
        }
        int balance = accounts.ledger(account.id()).balance(now);
        if (balance < job.cost()) {
            order.draft().ifPresent(draft -> scores.expectNoLonger(draft.id()));
            return refused(new Refusal(Kind.CREDITS_SHORT, job.cost(), balance));
        }
        return new Submission.Accepted(job, job.cost(), begin(job, script.get(), now));
    }

    /**
     * Starts a job that nothing speaks against; answers the credits left. They are enough: a ledger that is not charged
     * never falls, and only who holds the lock charges it.
     */
    private int begin(Job job, Script script, Instant now) {
        Instant turn = queue.map(line -> line.nextStart(script, now)).orElseGet(() -> Turn.alone(script, now));
        Charge charge = accounts.ledger(job.owner()).charge(job.cost(), job.id(), now);
        job.change(history -> history.with(new JobEvent.Started(now, script, turn, answerTo(job))));
        queue.ifPresent(line -> line.add(job, now));
        running.add(job);
        return charge.balance();
    }

    /** Takes in a job that has been started elsewhere. */
    void resume(Job job, Instant now) {
        job.scheduleReversal();
        running.add(job);
        queue.ifPresent(line -> line.add(job, now));
    }

    /** Takes a job that was ended by hand out of the line. */
    void endedByHand(Job job, Instant now) {
        queue.ifPresent(line -> line.removeEnded(job, now));
    }

    /** Forgets a job that has ended: no room is kept for it, and its charge stands as it is. */
    void forget(Job job, Instant now) {
        Order order = job.order();
        running.remove(job);
        order.draft().ifPresent(draft -> scores.expectNoLonger(draft.id()));
        accounts.ledger(job.owner()).conclude(job.id(), now);
    }

    /** The place of a job among those waiting, from 1; 1 where no job waits for another. */
    int position(Job job, Instant now) {
        return queue.map(line -> line.position(job, now)).orElse(1);
    }

    /** The answer to the first file that has one. */
    private Optional<Answer> answerTo(Job job) {
        return job.files().stream()
                .map(file -> answers.find(file.document(), file.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean takeRoom(Job job, Instant now) {
        Optional<ScoreDraft> draft = job.order().draft();
        return draft.isEmpty()
                || scores.expect(job.order().account(), draft.get().id(), job.id(), now);
    }

    private static Submission refused(Refusal refusal) {
        return new Submission.Refused(refusal);
    }
}
