package dev.fermata.http.request;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** The token in the {@code Authorization} header; an empty token counts as missing. */
public final class Authorization {
    private static final String BEARER = "bearer";

    private Authorization() {}

    /** What follows the word Bearer, in any case. */
    public static Optional<String> bearer(Context ctx) {
        String header = header(ctx);
        String word = header.split("\\s", 2)[0];
        return word.toLowerCase(Locale.ROOT).equals(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip()).filter(token -> !token.isEmpty())
                : Optional.empty();
    }

    /** What follows the word Bearer, or the header itself where it is a single word and not that one. */
    public static Optional<String> bearerOrBare(Context ctx) {
        String header = header(ctx);
        boolean bare = !header.isEmpty() && !header.matches("(?i)bearer|.*\\s.*");
        return bare ? Optional.of(header) : bearer(ctx);
    }

    private static String header(Context ctx) {
        String header = ctx.header("Authorization");
        return header == null ? "" : header.strip();
    }
}
