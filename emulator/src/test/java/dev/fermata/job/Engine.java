package dev.fermata.job;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.Accounts.Opening;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.Token;
import dev.fermata.clock.VirtualClock;
import dev.fermata.document.Document;
import dev.fermata.document.Documents;
import dev.fermata.document.facts.Facts;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Limits;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.JobFaults;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.Scores;
import dev.fermata.score.content.Answers;
import dev.fermata.table.Store;
import dev.fermata.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of one customer with a hundred credits, at one credit a page, in a world whose time stands still. */
final class Engine {
    final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2026-06-16T12:00:00Z"));
    final Jobs jobs;
    final Tables tables;
    final Account account;
    final CreditLedger credits;
    private int orders;

    Engine(Jobs.Rules rules, JobFaults faults, Path folder) {
        this(rules, faults, folder, Store.MEMORY);
    }

    Engine(Jobs.Rules rules, JobFaults faults, Path folder, Store store) {
        tables = new Tables(store);
        Accounts accounts = new Accounts(
                tables,
                "flat",
                new Accounts.Rules(new Opening(100, 0, Plan.PREMIUM, Optional.empty()), false, Map.of()));
        account = accounts.open(Token.of("default", "me"), same -> same, clock.instant());
        credits = accounts.ledger(account.id());
        Documents documents = new Documents(folder);
        jobs = new Jobs(
                tables,
                "flat",
                rules,
                clock,
                accounts,
                new Scores(tables, (job, now) -> true),
                documents,
                new Answers(documents, Optional.empty()),
                faults,
                new JobLimit(Integer.MAX_VALUE));
    }

    /** One that refunds failures, and where this befalls every job. */
    static Engine with(Pace pace, JobFault fault, Path folder) {
        return new Engine(
                new Jobs.Rules(pace, Jobs.NOBODY_WAITS, Jobs.NOBODY_WAITS, true),
                (order, files) -> Optional.of(fault),
                folder);
    }

    Job start(int pages) {
        return start(Order.Kind.CONVERSION, false, file(pages, Optional.empty()));
    }

    Job startReviewed(int pages) {
        return start(Order.Kind.JOB, true, file(pages, Optional.empty()));
    }

    Job start(Order.Kind kind, boolean review, InputFile... files) {
        return ((Submission.Accepted) jobs.submit(order(kind, review), List.of(files))).job();
    }

    Order order(Order.Kind kind, boolean review) {
        return new Order(
                "job-" + orders++,
                kind,
                account,
                new Order.Terms(
                        new Tariff(1, 1),
                        Limits.NONE,
                        kind == Order.Kind.JOB ? Optional.of(Duration.ofDays(30)) : Optional.empty()),
                new Wishes(List.of(), Optional.empty(), review, Optional.empty()));
    }

    static InputFile file(int pages, Optional<Facts.Problem> problem) {
        Facts facts = new Facts(Facts.Format.PDF, pages, Optional.empty(), "", problem);
        return new InputFile(new Document("0".repeat(64), 1, facts, Path.of("none")), "");
    }

    /** The row of a job as it is by now. */
    Job now(Job job) {
        return jobs.find(job.id()).orElseThrow();
    }

    JobState stateOf(Job job) {
        return now(job).stateAt(clock.instant());
    }

    int balance() {
        return credits.balance(clock.instant());
    }

    /** All that is to be seen of a job until it takes somebody else, by its changes or by steps, and a day later. */
    List<JobState> seenOf(Job job) {
        List<JobState> seen = new ArrayList<>(List.of(stateOf(job)));
        while (moveOn(job)) {
            seen.add(stateOf(job));
        }
        clock.advance(Duration.ofDays(1));
        if (!seen.contains(stateOf(job))) {
            seen.add(stateOf(job));
        }
        return seen;
    }

    private boolean moveOn(Job job) {
        if (jobs.step(job)) {
            return true;
        }
        Optional<Instant> next = now(job).nextChange(clock.instant())
                .filter(change -> job.expiresAt().filter(change::equals).isEmpty());
        next.ifPresent(clock::setTo);
        return next.isPresent();
    }
}
