package dev.fermata.conduct;

import java.util.List;

/**
 * What a rule finds in a run.
 *
 * @param exercised whether there was an occasion to keep or break it
 * @param against what speaks against the client; empty where it kept the rule
 */
public record Finding(boolean exercised, List<Evidence> against) {
    /** There was such an occasion, or none, and this came of it. */
    public static Finding of(boolean exercised, List<Evidence> against) {
        return new Finding(exercised || !against.isEmpty(), against);
    }
}
