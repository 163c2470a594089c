package dev.fermata.control.gate;

import dev.fermata.document.facts.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * An error, as problem details (RFC 9457).
 *
 * @param field the field or parameter at fault, if any
 */
public record ProblemJson(
        int status, String title, String detail, @Nullable String field) {
    private static final int LONGEST_DETAIL = 1_000;

    /** Longer parts of the request are cut in messages. */
    public ProblemJson {
        detail = Excerpt.of(detail, LONGEST_DETAIL);
    }
}
