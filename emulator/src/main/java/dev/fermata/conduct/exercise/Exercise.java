package dev.fermata.conduct.exercise;

import dev.fermata.conduct.Rule;
import dev.fermata.job.script.Pace;
import dev.fermata.scenario.Scenario;
import java.util.List;

/**
 * A situation in which rules apply: a world in which a client has a document recognized.
 *
 * @param name lower-case letters, digits and hyphens
 * @param summary what happens, in a sentence
 * @param pace how jobs get their durations
 * @param scenarios the faults to play; may be empty
 * @param runs how often the client runs in the same world, one run after the other; at least 1
 * @param rules the ids of the rules it applies to; empty for all
 */
public record Exercise(String name, String summary, Pace pace, List<Scenario> scenarios, int runs, List<String> rules) {
    /** An exercise in which the client runs once, for all rules. */
    public Exercise(String name, String summary, Pace pace, List<Scenario> scenarios) {
        this(name, summary, pace, scenarios, 1, List.of());
    }

    /** An exercise with this fault and short jobs. */
    public static Exercise of(Scenario scenario) {
        return new Exercise(scenario.name(), scenario.summary(), Pace.FAST, List.of(scenario));
    }

    /** The same exercise, in which the client runs several times, for one rule. */
    Exercise repeated(int times, String rule) {
        return new Exercise(name, summary, pace, scenarios, times, List.of(rule));
    }

    /** The given rules that this exercise applies to. */
    public List<Rule> of(List<Rule> wanted) {
        return wanted.stream()
                .filter(rule -> rules.isEmpty() || rules.contains(rule.id()))
                .toList();
    }
}
