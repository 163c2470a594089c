package dev.fermata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Pool;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.job.Job;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.job.script.Pace;
import dev.fermata.job.timeline.JobState;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Scenarios;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.testing.client.Answer;
import dev.fermata.testing.client.FlatClient;
import dev.fermata.testing.client.OmrClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants of the credits, whatever happens in whatever order, and however many do it at once. */
class LedgerTest {
    private static final int THREADS = 16;
    private static final int MOST_KEYS = 40;
    private static final byte[] ONE_PAGE = OddPdfs.blank(1);
    private static final byte[] THREE_PAGES = OddPdfs.blank(3);
    private static final byte[] UNREADABLE = OddPdfs.encryptedForCertificates(1);

    /** What happened, by what came of it: each of these must have, or nothing was tested. */
    private final Map<String, AtomicInteger> happened = new ConcurrentHashMap<>();

    private final Map<String, Answer> jobs = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({"REALISTIC, 10000, false", "REALISTIC, 4000, true", "MANUAL, 2000, false", "MANUAL, 2000, true"})
    void holdUnderRandomInterleavings(Pace pace, int operations, boolean faulty) throws Exception {
        var limits = new OmrLimits(20, 100, 100, 50 << 20, 30);
        var flat = FlatOptions.defaults()
                .withOmr(limits)
                .withAllowance(12)
                .withRequests(new RateLimit.Rule(Integer.MAX_VALUE, Duration.ofHours(1)));
        try (Fermata fermata = Fermata.start(FermataOptions.builder()
                .pace(pace)
                .speed(0)
                .credits(60)
                .plan(Plan.PREMIUM)
                .flat(flat)
                .build())) {
            if (faulty) {
                twistOneOfTwo(fermata.world().scenarios());
            }
            FlatClient client = FlatClient.of(fermata.flatUrl(), "some-token");
            String me = client.get("/me").at("/id");
            CreditLedger ledger = fermata.world().flat().accounts().ledger(me);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<?>> work = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    Random random = new Random(thread);
                    work.add(threads.submit(() -> {
                        OmrClient omr = new OmrClient(client);
                        for (int i = 0; i < operations / THREADS; i++) {
                            act(random, omr, fermata);
                            assertTrue(ledger.balance(fermata.clock().instant()) >= 0, "the balance is negative");
                        }
                    }));
                }
                for (Future<?> each : work) {
                    each.get();
                }
            } finally {
                threads.shutdown();
            }
            check(ledger, client, fermata);
        }
    }

    private static void twistOneOfTwo(Scenarios scenarios) {
        List<JobFault> faults = List.of(
                new JobFault.Fails(Failure.TIMEOUT, At.percent(50)),
                new JobFault.Stalls(50),
                new JobFault.Slower(1_000),
                new JobFault.GoesBack(50, 10),
                new JobFault.WithoutResult(),
                new JobFault.ResultLate(Duration.ofHours(1)),
                new JobFault.Vanishes(50),
                new JobFault.AwaitsOnce(),
                new JobFault.AwaitsForever());
        for (int i = 0; i < faults.size(); i++) {
            When one = When.ALWAYS.times(new Occurrences(0, Occurrences.ALWAYS, 1, 1.0 / (2 * faults.size()), i));
            scenarios.play(Scenario.of("fault-" + i, one, new Then.Job(faults.get(i))));
        }
    }

    private void act(Random random, OmrClient omr, Fermata fermata) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            byte[] file = List.of(ONE_PAGE, THREE_PAGES, UNREADABLE).get(random.nextInt(3));
            Answer answer = omr.oneShot(file, Map.of("output", random.nextBoolean() ? "library" : "musicxml"));
            remember("one-shot", answer);
        } else if (dice < 40) {
            remember("with key", omr.oneShot(ONE_PAGE, Map.of("idempotencyKey", "key" + random.nextInt(MOST_KEYS))));
        } else if (dice < 46) {
            Answer draft = omr.draft(Map.of());
            omr.add(draft, ONE_PAGE, "");
            remember("draft", draft);
            if (random.nextBoolean()) { // while nobody else knows it: others find it among many, and seldom a draft
                count("start", omr.start(draft));
            }
        } else if (dice < 58) {
            any(random).ifPresent(job -> count("start", omr.start(job)));
        } else if (dice < 76) {
            any(random).ifPresent(job -> count("cancel", omr.cancel(job)));
        } else if (dice < 86) {
            any(random).flatMap(job -> fermata.world().job(job.at("/id"))).ifPresent(job -> {
                var engine = fermata.world().flat().jobs();
                if (random.nextBoolean()) {
                    engine.fail(job, Failure.GENERIC);
                } else {
                    engine.finish(job);
                }
            });
        } else if (dice < 93) {
            any(random).ifPresent(job -> count("delete", omr.delete(job)));
        } else if (dice < 99) {
            fermata.clock().advance(Duration.ofMillis(random.nextInt(3_000)));
        } else {
            fermata.clock().advance(Duration.ofDays(random.nextInt(20)));
        }
    }

    private void remember(String what, Answer answer) {
        count(what, answer);
        if (answer.status() < 300) {
            jobs.put(answer.at("/id"), answer);
        }
    }

    private void count(String what, Answer answer) {
        happened.computeIfAbsent(what + " " + answer.status(), key -> new AtomicInteger())
                .incrementAndGet();
    }

    private Optional<Answer> any(Random random) {
        List<Answer> all = List.copyOf(jobs.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void check(CreditLedger ledger, FlatClient client, Fermata fermata) {
        Instant now = fermata.clock().instant();
        List<Entry> entries = ledger.entries(now);
        int balance = ledger.balance(now);
        List<JsonNode> history = historyOf(client);
        int active = history.stream()
                .filter(line -> line.at("/state").asText().equals("active"))
                .mapToInt(line -> line.at("/amount").asInt())
                .sum();
        int granted = sum(entries, Pool.ALLOWANCE, Reason.GRANT) + sum(entries, Pool.ALLOWANCE, Reason.LAPSE);
        assertAll(
                () -> assertTrue(
                        happened.keySet()
                                .containsAll(List.of(
                                        "one-shot 202",
                                        "one-shot 402",
                                        "with key 202",
                                        "draft 201",
                                        "start 202",
                                        "start 409",
                                        "cancel 200",
                                        "cancel 409",
                                        "delete 200",
                                        "delete 409")),
                        happened.toString()),
                () -> assertEquals(
                        balance, entries.stream().mapToInt(Entry::amount).sum(), "the ledger sums to the balance"),
                () -> assertEquals(
                        balance,
                        client.get("/omr/capabilities")
                                .json()
                                .at("/remainingCredits")
                                .asInt()),
                () -> assertEquals(balance, active + granted, "the history agrees with the balance"));
        for (Job job : fermata.world().flat().jobs().all()) {
            int charged = charged(entries, job);
            boolean draft = job.stateAt(now).kind() == JobState.Kind.DRAFT;
            boolean unpaid = job.stateAt(now).isUnpaid();
            assertTrue(
                    charged == -job.cost() || (charged == 0 && (draft || unpaid)),
                    () -> job.stateAt(now) + " was charged " + charged + " for " + job.cost());
            assertEquals(draft || unpaid ? 0 : -job.cost(), net(entries, job), "what is left of a charge");
        }
    }

    private static int charged(List<Entry> entries, Job job) {
        return entries.stream()
                .filter(entry -> entry.job().equals(job.id()) && entry.reason() == Reason.CHARGE)
                .mapToInt(Entry::amount)
                .sum();
    }

    private static int net(List<Entry> entries, Job job) {
        return entries.stream()
                .filter(entry -> entry.job().equals(job.id()))
                .mapToInt(Entry::amount)
                .sum();
    }

    private static int sum(List<Entry> entries, Pool pool, Reason reason) {
        return entries.stream()
                .filter(entry -> entry.pool() == pool && entry.reason() == reason)
                .mapToInt(Entry::amount)
                .sum();
    }

    private static List<JsonNode> historyOf(FlatClient client) {
        List<JsonNode> lines = new ArrayList<>();
        client.pages("/billing/credits/history?limit=1000", "next")
                .forEach(page -> page.json().forEach(lines::add));
        assertEquals(
                lines.size(),
                lines.stream()
                        .map(line -> line.at("/id").asText())
                        .collect(Collectors.toSet())
                        .size());
        return lines;
    }
}
