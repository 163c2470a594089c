package dev.fermata.flat;

import dev.fermata.document.facts.Excerpt;
import org.jspecify.annotations.Nullable;

/** {@code FlatErrorResponse}. */
record ErrorJson(
        String code,
        String message,
        @Nullable String id,
        @Nullable String param) {
    private static final int LONGEST_MESSAGE = 500;

    /** What it repeats of a request is cut. */
    public ErrorJson {
        message = Excerpt.of(message, LONGEST_MESSAGE);
    }

    /** An error of one parameter. */
    static ErrorJson of(String code, String message, String param) {
        return new ErrorJson(code, message, null, param);
    }
}
