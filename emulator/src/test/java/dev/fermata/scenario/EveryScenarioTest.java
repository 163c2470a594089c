package dev.fermata.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Account;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.RateLimit;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import dev.fermata.job.Job;
import dev.fermata.journal.Entry;
import dev.fermata.journal.Query;
import dev.fermata.scoreflow.ScoreFlowOptions;
import dev.fermata.world.Vendor;
import dev.fermata.world.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the catalogue at every operation of both vendors: no bug, no hang, and correct credits. */
class EveryScenarioTest {
    private static final RateLimit.Rule NO_LIMIT = new RateLimit.Rule(1_000_000, Duration.ofHours(1));

    /** Waits of a scenario are short, and jobs are done at once. */
    private static final int SPEED = 1_000;

    private static Fermata fermata;

    @BeforeAll
    static void start() {
        var omr = new OmrLimits(100, 100, 100, 50 << 20, 30);
        fermata = Fermata.start(FermataOptions.builder()
                .speed(SPEED)
                .flat(FlatOptions.defaults().withOmr(omr).withRequests(NO_LIMIT))
                .scoreFlow(ScoreFlowOptions.defaults().withSubmissions(NO_LIMIT).withPolls(NO_LIMIT))
                .build());
    }

    @AfterAll
    static void stop() {
        fermata.close();
    }

    static Collection<Scenario> scenarios() {
        return Catalogue.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void isAnsweredAtEveryOperationAndLeavesTheLedgersInOrder(Scenario scenario) throws Exception {
        World world = fermata.world(scenario.name());
        if (scenario.then().moment() == Then.Moment.JOB) {
            world.scenarios().play(scenario); // existing jobs are affected too
        }
        EveryOperation every = new EveryOperation(fermata, scenario.name());
        List<String> faults = new ArrayList<>();
        for (EveryOperation.Call call : every.calls()) {
            faultOf(every, call, scenario)
                    .ifPresent(fault -> faults.add(call.method() + " " + call.url() + ": " + fault));
        }
        faults.addAll(faultsOf(world));
        assertEquals(List.of(), faults);
    }

    /** Shows that the test above checks something. */
    @Test
    void withoutAScenarioEveryOperationThatIsEmulatedSucceeds() throws Exception {
        EveryOperation every = new EveryOperation(fermata, "plain");
        List<String> failed = new ArrayList<>();
        for (EveryOperation.Call call : every.calls()) {
            HttpResponse<String> answer = every.send(call, "");
            boolean isNoLongerSupported = answer.body().contains("no longer supported");
            if (answer.statusCode() >= 300 && !isNoLongerSupported) {
                failed.add(call.method() + " " + call.url() + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        Set<String> emulated = Fermata.fidelity().operations().stream()
                .filter(line -> line.fidelity().isPresent())
                .map(line -> line.operation().id())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> called = fermata.world("plain").journal().find(Query.ALL).stream()
                .flatMap(entry -> entry.operation().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), failed);
        assertEquals(emulated, called);
        assertEquals(List.of(), faultsOf(fermata.world("plain")));
    }

    private static Optional<String> faultOf(EveryOperation every, EveryOperation.Call call, Scenario scenario)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = every.send(call, scenario.name());
            String own = answer.headers().firstValue("Fermata-Answer").orElse("");
            boolean isBroken = answer.statusCode() == 500
                    && answer.headers().firstValue("Fermata-Scenario").isEmpty();
            return own.equals("bug") || isBroken
                    ? Optional.of(answer.statusCode() + " " + own + " " + answer.body())
                    : Optional.empty();
        } catch (HttpTimeoutException hangs) {
            return Optional.of("no answer");
        } catch (IOException broken) {
            boolean isMeant = scenario.then() instanceof Then.Reset || scenario.then() instanceof Then.Refused;
            return isMeant ? Optional.empty() : Optional.of("broken line: " + broken);
        }
    }

    private static List<String> faultsOf(World world) {
        List<String> faults = new ArrayList<>();
        Set<String> toldOf = world.journal().find(Query.ALL).stream()
                .map(Entry::summary)
                .map(summary -> summary.job())
                .collect(Collectors.toSet());
        for (Vendor vendor : List.of(world.flat(), world.scoreFlow())) {
            Set<String> jobs = vendor.jobs().all().stream().map(Job::id).collect(Collectors.toCollection(HashSet::new));
            jobs.addAll(toldOf); // one may have been deleted
            for (Account account : vendor.accounts().all()) {
                Instant now = world.clock().instant();
                faults.addAll(faultsOf(vendor.accounts().ledger(account.id()), jobs, now));
            }
        }
        return faults;
    }

    private static List<String> faultsOf(CreditLedger ledger, Set<String> jobs, Instant now) {
        List<String> faults = new ArrayList<>();
        int balance = 0;
        for (CreditLedger.Entry entry : ledger.entries(now)) {
            balance += entry.amount();
            if (balance < 0) {
                faults.add("negative balance after " + entry);
            }
            if (entry.reason() == CreditLedger.Reason.CHARGE && !jobs.contains(entry.job())) {
                faults.add("charged without a job: " + entry);
            }
        }
        if (balance != ledger.balance(now)) {
            faults.add("entries sum up to " + balance + ", the balance is " + ledger.balance(now));
        }
        return faults;
    }
}
