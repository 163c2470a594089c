package dev.fermata.benchmark;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Account;
import dev.fermata.account.Token;
import dev.fermata.document.Document;
import dev.fermata.document.facts.Facts;
import dev.fermata.job.Job;
import dev.fermata.job.Jobs;
import dev.fermata.job.Submission;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Limits;
import dev.fermata.job.order.Order;
import dev.fermata.job.order.Tariff;
import dev.fermata.job.order.Wishes;
import dev.fermata.job.script.Pace;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Journal;
import dev.fermata.journal.Query;
import dev.fermata.journal.RequestSummary;
import dev.fermata.notation.imagined.Imagination;
import dev.fermata.score.Revision;
import dev.fermata.score.Score;
import dev.fermata.score.Sharing;
import dev.fermata.score.collection.Collection;
import dev.fermata.score.content.Content;
import dev.fermata.testing.process.Figure;
import dev.fermata.vendor.Purpose;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What an operation of the engine costs beside very many jobs or entries, to what it costs beside a hundred. */
final class CostFigures {
    private static final int FEW = 100;
    private static final int JOBS = 100_000;
    private static final int SCORES = 100_000;
    private static final int LISTED = 10;
    private static final int ENTRIES = 40_000;
    private static final int WAITERS = 50;
    private static final int SAMPLES = 2_000;
    private static final int ROUNDS = 9;
    private static final double MOST = 2;

    private static final Document PDF = new Document(
            "0".repeat(64), 1, new Facts(Facts.Format.PDF, 1, Optional.empty(), "", Optional.empty()), Path.of("none"));

    private CostFigures() {}

    static List<Figure> measure() {
        FermataOptions options = FermataOptions.builder()
                .pace(Pace.REALISTIC)
                .speed(0)
                .credits(1_000_000_000)
                .build();
        try (Fermata fermata = Fermata.start(options)) {
            var few = new Customer(fermata.world("few"), FEW);
            var many = new Customer(fermata.world("many"), JOBS);
            double charging = ratio(few::submit, many::submit);
            double canceling = ratio(few::cancel, many::cancel);
            var quiet = new Watched(fermata.world("quiet").journal(), FEW);
            var busy = new Watched(fermata.world("busy").journal(), ENTRIES);
            double noting = ratio(quiet::note, busy::note);
            var small = new Listed(fermata.world("small"), FEW);
            var large = new Listed(fermata.world("large"), SCORES);
            double listing = ratio(small::list, large::list);
            return List.of(
                    Figure.atMost("listing 10 scores among 100,000 of others, to among 100", listing, MOST, "x"),
                    Figure.atMost("charging an account with 100,000 open jobs, to one with 100", charging, MOST, "x"),
                    Figure.atMost("canceling one of 100,000 jobs, to one of 100", canceling, MOST, "x"),
                    Figure.atMost("an entry beside 50 waiters and 40,000 entries, to beside 100", noting, MOST, "x"));
        }
    }

    /** The median of several rounds, each of which does both by turns. */
    private static double ratio(Runnable few, Runnable many) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long fewNanos = 0;
            long manyNanos = 0;
            for (int i = 0; i < SAMPLES / ROUNDS; i++) {
                long begun = System.nanoTime();
                few.run();
                long between = System.nanoTime();
                many.run();
                fewNanos += between - begun;
                manyNanos += System.nanoTime() - between;
            }
            ratios[round] = (double) manyNanos / fewNanos;
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    /** An account with open jobs that end unpaid when their time is over. */
    private static final class Customer {
        private final Jobs jobs;
        private final Account account;
        private final List<Job> open = new ArrayList<>();
        private int orders;

        Customer(World world, int count) {
            jobs = world.flat().jobs();
            account = world.flat()
                    .accounts()
                    .open(Token.of("some-token"), same -> same, world.clock().instant());
            for (int i = 0; i < count; i++) {
                submit();
            }
        }

        void submit() {
            var terms = new Order.Terms(new Tariff(1, 1), Limits.NONE, Optional.of(Duration.ofDays(30)));
            var reviewed = new Wishes(List.of(), Optional.empty(), true, Optional.empty());
            var order = new Order("job-" + orders++, Order.Kind.JOB, account, terms, reviewed);
            open.add(((Submission.Accepted) jobs.submit(order, List.of(new InputFile(PDF, "")))).job());
        }

        /** One in the middle of all. */
        void cancel() {
            int middle = open.size() / 2;
            jobs.cancel(open.set(middle, open.get(open.size() - 1)));
            open.remove(open.size() - 1);
        }
    }

    /** An account with ten scores, beside those of others, a hundred to an account. */
    private static final class Listed {
        private static final int SCORES_OF_ONE = 100;

        private final World world;
        private final Revision first;
        private final String owner = Token.of("some-token").accountId();

        Listed(World world, int others) {
            this.world = world;
            first = Revision.of(
                    "1", world.clock().instant(), Content.made(Imagination.imagine("Air", Optional.empty(), "0", 1)));
            for (int i = 0; i < others; i++) {
                add("other-" + i, "account-" + i / SCORES_OF_ONE);
            }
            for (int i = 0; i < LISTED; i++) {
                add("mine-" + i, owner);
            }
        }

        private void add(String id, String account) {
            Sharing sharing = new Sharing(Sharing.Privacy.PRIVATE, Optional.empty());
            world.library().add(Score.of(id, account, id, sharing, first), Optional.empty());
        }

        /** All that it has, and what is in the collection that programs put it into. */
        void list() {
            Instant now = world.clock().instant();
            int all = world.library().scoresOf(owner, now).size();
            Collection app = world.collections().appOf(owner, now);
            int inApp = world.library().scoresIn(app, now).size();
            if (all != LISTED || inApp != LISTED) {
                throw new IllegalStateException(all + " scores are listed, and " + inApp + " in the collection");
            }
        }
    }

    /** A journal in which every entry is one that clients wait for more of. */
    private static final class Watched {
        private final Journal journal;
        private final List<CompletableFuture<Journal.Awaited>> waiters = new ArrayList<>();

        Watched(Journal journal, int entries) {
            this.journal = journal;
            for (int i = 0; i < entries; i++) {
                note();
            }
            for (int i = 0; i < WAITERS; i++) {
                waiters.add(journal.await(Query.ALL, Integer.MAX_VALUE, Duration.ofHours(1)));
            }
        }

        void note() {
            journal.note(new Entry(
                    journal.nextNumber(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    VendorName.FLAT,
                    Optional.of("getTask"),
                    Purpose.POLL,
                    "GET",
                    "/v2/tasks/1",
                    "1",
                    Entry.Credential.HEADER,
                    "client",
                    Entry.Content.NONE,
                    200,
                    Entry.Content.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    RequestSummary.NONE));
        }
    }
}
