package dev.fermata.conduct;

import java.util.List;

/**
 * What a rule finds in a run.
 *
 * @param exercised whether the rule applied in this run
 * @param evidence evidence against the client, empty if it kept the rule; if the rule did not apply, optionally the
 * reason
 */
public record Finding(boolean exercised, List<Evidence> evidence) {
    /** A finding of a rule that applied or not, with this evidence against the client. */
    public static Finding of(boolean exercised, List<Evidence> against) {
        return new Finding(exercised || !against.isEmpty(), against);
    }

    /** A finding of a rule that did not apply, with the reason. */
    public static Finding notExercised(Evidence why) {
        return new Finding(false, List.of(why));
    }
}
