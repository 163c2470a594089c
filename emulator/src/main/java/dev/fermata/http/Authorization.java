package dev.fermata.http;

import io.javalin.http.Context;
import java.util.Optional;

/** The token in the {@code Authorization} header. */
public final class Authorization {
    private static final String BEARER = "bearer ";

    private Authorization() {}

    /** What follows the word Bearer, in any case; nothing without that word. */
    public static Optional<String> bearer(Context ctx) {
        String header = header(ctx);
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The whole header, as some clients put nothing but the token into it. */
    public static String header(Context ctx) {
        String header = ctx.header("Authorization");
        return header == null ? "" : header.strip();
    }
}
