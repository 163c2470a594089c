package dev.fermata.conduct.exercise;

import dev.fermata.conduct.Rule;
import dev.fermata.job.timeline.Pace;
import dev.fermata.scenario.Scenario;
import java.util.List;

/**
 * An occasion on which rules can be kept or broken: a world in which a client has a document recognized.
 *
 * @param name lower-case letters, digits and hyphens
 * @param summary what happens in it, in a sentence
 * @param pace how its jobs get their durations
 * @param scenarios what goes wrong in it, if anything
 * @param runs how many times the client runs in it, one after the other; at least 1
 * @param rules the ids of those that it is for; empty for all
 */
public record Exercise(String name, String summary, Pace pace, List<Scenario> scenarios, int runs, List<String> rules) {
    /** One in which the client runs once, for all rules. */
    public Exercise(String name, String summary, Pace pace, List<Scenario> scenarios) {
        this(name, summary, pace, scenarios, 1, List.of());
    }

    /** One in which this goes wrong, and jobs are short. */
    public static Exercise of(Scenario scenario) {
        return new Exercise(scenario.name(), scenario.summary(), Pace.FAST, List.of(scenario));
    }

    /** The same, in which the client runs more than once, for one rule. */
    Exercise repeated(int times, String rule) {
        return new Exercise(name, summary, pace, scenarios, times, List.of(rule));
    }

    /** Those of the rules that it is for. */
    public List<Rule> of(List<Rule> wanted) {
        return wanted.stream()
                .filter(rule -> rules.isEmpty() || rules.contains(rule.id()))
                .toList();
    }
}
