package dev.fermata.conduct.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.conduct.Rule;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.testing.Tally;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules tell good clients from bad ones. */
class RulesTest {
    private static final List<Function<Desk, Client>> GOOD = List.of(
            desk -> new Client(new FlatTasks(), desk),
            desk -> new Client(new FlatJobs(), desk),
            desk -> new Client(new ScoreFlow(), desk),
            desk -> new Client(new FlatJobs(true), desk),
            Listing::new,
            desk -> OddButGood.readsTheEndTwice(new FlatTasks(), desk),
            desk -> OddButGood.readsTheEndTwice(new ScoreFlow(), desk),
            OddButGood::tidiesUpAtALimit);

    /** For each rule, a client that breaks only this rule. */
    private static final Map<String, List<Function<Desk, Client>>> BAD = Map.ofEntries(
            Map.entry("token-in-header", List.of(BadAtAsking::tellsItsToken)),
            Map.entry("sent-once", List.of(BadAtAsking::sendsTwice)),
            Map.entry("accepted-is-followed", List.of(BadAtAsking::knowsNo202)),
            Map.entry("no-draft-left", List.of(BadAtAsking::leavesItsDrafts)),
            Map.entry("poll-pace", List.of(BadAtWaiting::cannotWait)),
            Map.entry("end-is-the-end", List.of(BadAtWaiting::looksAgain)),
            Map.entry("patience-ends", List.of(BadAtWaiting::neverGivesUp)),
            Map.entry("given-up-is-canceled", List.of(BadAtWaiting::deletesWhatGoesOn)),
            Map.entry("new-values-are-borne", List.of(BadAtWaiting::knowsAllStates)),
            Map.entry("new-fields-are-borne", List.of(BadAtWaiting::knowsAllFields)),
            Map.entry("fetched-when-done", List.of(BadAtWaiting::fetchesToSee)),
            Map.entry("fetched-once", List.of(BadAtWaiting::fetchesTwice)),
            Map.entry(
                    "failure-is-surfaced",
                    List.of(
                            BadAtWaiting::keepsFailuresToItself,
                            BadAtWaiting::deletesWhatFailed,
                            BadAtWaiting::takesARefusalForTheEnd)),
            Map.entry("link-is-followed", List.of(BadAtRefusals::countsPages)),
            Map.entry("limit-is-waited-out", List.of(BadAtRefusals::looksForRetryAfter)),
            Map.entry("final-402", List.of(desk -> BadAtRefusals.doesNotTakeNo(desk, 402))),
            Map.entry("final-403", List.of(desk -> BadAtRefusals.doesNotTakeNo(desk, 403))),
            Map.entry("back-off", List.of(BadAtRefusals::hammers)),
            Map.entry("reading-is-retried", List.of(BadAtRefusals::givesUpAtOnce)),
            Map.entry("no-blind-post", List.of(BadAtRefusals::sendsBlindly)),
            Map.entry("new-key-after-failure", List.of(BadAtRefusals::keepsItsKey)),
            Map.entry("same-key", List.of(BadAtRefusals::makesNewKeys)));

    private static Theatre theatre;

    @BeforeAll
    static void open() {
        theatre = new Theatre();
    }

    @AfterAll
    static void close() {
        theatre.close();
    }

    static List<Rule> rules() {
        return Rulebook.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void eachIsBrokenOnlyByItsOwnBadClient(Rule rule) {
        assertTrue(BAD.containsKey(rule.id()), rule.id() + " is broken by no client");
        for (Function<Desk, Client> bad : BAD.get(rule.id())) {
            List<Verdict> broken = theatre.judge(bad)
                    .filter(verdict -> verdict.isBroken() || verdict.kind() == Verdict.Kind.ERROR)
                    .toList();
            assertEquals(Set.of(rule.id()), idsOf(broken.stream()), broken.toString());
            assertTrue(
                    broken.stream()
                            .noneMatch(verdict ->
                                    verdict.evidence().get(0).entries().isEmpty()),
                    "evidence must name its entries: " + broken);
        }
        Tally.count("rules", rule.id());
    }

    @Test
    void goodClientsBreakNone() {
        List<Verdict> broken = GOOD.stream()
                .flatMap(theatre::judge)
                .filter(verdict -> verdict.kind() != Verdict.Kind.PASS && verdict.kind() != Verdict.Kind.NOT_EXERCISED)
                .toList();
        assertEquals(List.of(), broken);
    }

    @Test
    void eachAppliesToAGoodClientThatKeepsIt() {
        Set<String> kept =
                idsOf(GOOD.stream().flatMap(theatre::judge).filter(verdict -> verdict.kind() == Verdict.Kind.PASS));
        assertEquals(idsOf(Rulebook.all()), kept);
    }

    private static Set<String> idsOf(Stream<Verdict> verdicts) {
        return verdicts.map(verdict -> verdict.rule().id()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> idsOf(List<Rule> rules) {
        return rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
