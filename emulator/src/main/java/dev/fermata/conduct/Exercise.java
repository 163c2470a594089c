package dev.fermata.conduct;

import dev.fermata.job.Pace;
import dev.fermata.scenario.Scenario;
import java.util.List;

/**
 * An occasion on which rules can be kept or broken: a world in which a client has a document recognized.
 *
 * @param name lower-case letters, digits and hyphens
 * @param summary what happens in it, in a sentence
 * @param pace how its jobs get their durations
 * @param scenarios what goes wrong in it, if anything
 */
public record Exercise(String name, String summary, Pace pace, List<Scenario> scenarios) {
    /** One in which this goes wrong, and jobs are short. */
    public static Exercise of(Scenario scenario) {
        return new Exercise(scenario.name(), scenario.summary(), Pace.FAST, List.of(scenario));
    }
}
