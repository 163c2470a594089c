package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.job.order.Addition;
import dev.fermata.job.order.Export;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.InitialState;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes orders in, and starts drafts. Used within a change of the tables. */
final class Intake {
    private final Jobs.Rules rules;
    private final JobTable table;
    private final Admission admission;
    private final Accounts accounts;
    private final JobFaults faults;
    /** How many jobs have ever come. The number of a job that is undone is not used again. */
    private long count;

    Intake(Jobs.Rules rules, JobTable table, Admission admission, Accounts accounts, JobFaults faults) {
        this.rules = rules;
        this.table = table;
        this.admission = admission;
        this.accounts = accounts;
        this.faults = faults;
    }

    long count() {
        return count;
    }

    void restore(long ever) {
        count = ever;
    }

    /** The job that an order's key stands for already; one that its client does not find any more has lost its key. */
    Optional<Job> orderedBefore(Order order, Instant now) {
        return table.orderedBefore(order).stream()
                .filter(job -> job.isSeenAt(now))
                .findFirst();
    }

    Submission submit(Order order, List<InputFile> files, Instant now) {
        return take(order, files, job -> run(job, now), now);
    }

    Submission draft(Order order, List<InputFile> files, Instant now) {
        return take(order, files, job -> gather(job, now), now);
    }

    /** A job that begins in this state, which is started. */
    Submission seed(Order order, List<InputFile> files, InitialState initialState, Instant now) {
        return take(order, files, job -> admission.admit(job, () -> initialState.scriptOf(job.pages()), now), now);
    }

    Submission export(String id, Account account, Export export, Instant now) {
        Job job = Job.created(Order.of(id, account, export), ++count, now, List.of());
        Script script = faulty(rules.pace().script(export), job);
        Job begun = job.with(new JobEvent.Started(now, script, now.plus(script.delay()), Optional.empty()));
        table.insert(begun, now);
        return new Submission.Accepted(begun, 0, 0);
    }

    Addition add(Job job, InputFile file, Instant now) {
        List<InputFile> files =
                Stream.concat(job.files().stream(), Stream.of(file)).toList();
        Optional<Refusal> refusal = isDraft(job, now)
                ? job.order().terms().limits().excessOf(files)
                : Optional.of(Refusal.of(Kind.NOT_A_DRAFT));
        if (refusal.isPresent()) {
            return new Addition(refusal, job.files().size());
        }
        table.update(job.with(new JobEvent.FileAdded(now, file)), now);
        return new Addition(Optional.empty(), files.size());
    }

    Submission start(Job job, Instant now) {
        if (!isDraft(job, now)) {
            return new Submission.Refused(Refusal.of(Kind.NOT_A_DRAFT));
        }
        Submission submission = run(job, now);
        if (submission instanceof Submission.Accepted accepted) {
            table.update(accepted.job(), now);
        }
        return submission;
    }

    private Submission take(Order order, List<InputFile> files, Function<Job, Submission> begin, Instant now) {
        Optional<Job> before = orderedBefore(order, now);
        if (before.isPresent()) {
            return new Submission.Known(before.get());
        }
        Submission submission = begin.apply(Job.created(order, ++count, now, files));
        if (submission instanceof Submission.Accepted accepted) {
            table.insert(accepted.job(), now);
        }
        return submission;
    }

    private Submission gather(Job job, Instant now) {
        Optional<Refusal> excess = job.order().terms().limits().excessOf(job.files());
        int balance = accounts.ledger(job.owner()).balance(now);
        return excess.isPresent() ? new Submission.Refused(excess.get()) : new Submission.Accepted(job, 0, balance);
    }

    /** Starts a job, which is when the faults are asked, and only if nothing speaks against it. */
    private Submission run(Job job, Instant now) {
        return admission.admit(
                job, () -> faulty(rules.pace().script(job.files(), job.order().wishes()), job), now);
    }

    private Script faulty(Script script, Job job) {
        return faults.of(job.order(), job.files())
                .map(fault -> fault.on(script, job.order().kind()))
                .orElse(script);
    }

    private static boolean isDraft(Job job, Instant now) {
        return job.stateAt(now).kind() == JobState.Kind.DRAFT;
    }
}
