package dev.fermata.snapshot.wire;

import dev.fermata.scenario.DocumentMatch;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Scenarios.Played;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import dev.fermata.snapshot.spelling.Spelling;
import java.util.Optional;
import java.util.stream.Stream;

/** A scenario. */
record ScenarioJson(String name, String summary, String advice, When when, Then then) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(Scenario.class, ScenarioJson.class, ScenarioJson::of, ScenarioJson::value),
                new Spelling<>(Played.class, PlayedJson.class, PlayedJson::of, PlayedJson::value),
                new Spelling<>(When.class, WhenJson.class, WhenJson::of, WhenJson::value),
                new Spelling<>(
                        DocumentMatch.class, DocumentMatchJson.class, DocumentMatchJson::of, DocumentMatchJson::value),
                new Spelling<>(Occurrences.class, OccurrencesJson.class, OccurrencesJson::of, OccurrencesJson::value));
    }

    static ScenarioJson of(Scenario scenario) {
        return new ScenarioJson(
                scenario.name(), scenario.summary(), scenario.advice(), scenario.when(), scenario.then());
    }

    Scenario value() {
        return new Scenario(name, summary, advice, when, then);
    }

    /** A scenario that is played, and its counter. */
    record PlayedJson(Scenario scenario, long matched) {
        static PlayedJson of(Played played) {
            return new PlayedJson(played.scenario(), played.matched());
        }

        Played value() {
            return new Played(scenario, matched);
        }
    }

    record WhenJson(
            Optional<String> vendor,
            Optional<String> operation,
            Optional<String> account,
            Optional<DocumentMatch> document,
            Occurrences times) {
        static WhenJson of(When when) {
            return new WhenJson(when.vendor(), when.operation(), when.account(), when.document(), when.times());
        }

        When value() {
            return new When(vendor, operation, account, document, times);
        }
    }

    record DocumentMatchJson(Optional<String> name, Optional<String> sha256, int fewestPages, int mostPages) {
        static DocumentMatchJson of(DocumentMatch match) {
            return new DocumentMatchJson(match.name(), match.sha256(), match.fewestPages(), match.mostPages());
        }

        DocumentMatch value() {
            return new DocumentMatch(name, sha256, fewestPages, mostPages);
        }
    }

    record OccurrencesJson(int after, int times, int every, double probability, long seed) {
        static OccurrencesJson of(Occurrences which) {
            return new OccurrencesJson(which.after(), which.times(), which.every(), which.probability(), which.seed());
        }

        Occurrences value() {
            return new Occurrences(after, times, every, probability, seed);
        }
    }
}
