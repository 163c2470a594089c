package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error, as problem details by RFC 9457.
 *
 * @param field the field or parameter at fault, where it is one
 */
public record ProblemJson(
        int status, String title, String detail, @Nullable String field) {}
