package dev.fermata.conduct;

import java.util.List;

/**
 * What a rule finds in a run.
 *
 * @param exercised whether there was an occasion to keep or break it
 * @param evidence what speaks against the client, empty where it kept the rule; where there was no occasion, why, if
 *     that is worth a word
 */
public record Finding(boolean exercised, List<Evidence> evidence) {
    /** There was such an occasion, or none, and this came of it. */
    public static Finding of(boolean exercised, List<Evidence> against) {
        return new Finding(exercised || !against.isEmpty(), against);
    }

    /** There was no occasion, for this reason. */
    public static Finding notExercised(Evidence why) {
        return new Finding(false, List.of(why));
    }
}
