package dev.fermata.scoreflow;

import dev.fermata.document.facts.Excerpt;
import org.jspecify.annotations.Nullable;

/** An error. */
record ErrorJson(String error, @Nullable String currentStatus) {
    private static final int LONGEST_MESSAGE = 500;

    /** What it repeats of a request is cut. */
    public ErrorJson {
        error = Excerpt.of(error, LONGEST_MESSAGE);
    }
}
