package dev.fermata.flat.wire;

import org.jspecify.annotations.Nullable;

/** {@code FlatErrorResponse}. */
public record ErrorJson(
        String code,
        String message,
        @Nullable String id,
        @Nullable String param) {
    /** An error of one parameter. */
    public static ErrorJson of(String code, String message, String param) {
        return new ErrorJson(code, message, null, param);
    }
}
