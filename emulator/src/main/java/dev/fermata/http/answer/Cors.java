package dev.fermata.http.answer;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** Cross-origin calls from browsers. Any origin is allowed: callers are known by a token, not by a cookie. */
public final class Cors {
    private static final String ANY = "*";
    private static final String TEN_MINUTES = "600";

    private Cors() {}

    /** Lets pages of any origin read an answer and these headers. */
    public static void open(Context ctx, String exposedHeaders) {
        ctx.header("Access-Control-Allow-Origin", ANY);
        ctx.header("Access-Control-Expose-Headers", exposedHeaders);
    }

    /** The same reply, readable by pages of any origin. */
    public static Reply opened(Reply reply) {
        return reply.with("Access-Control-Allow-Origin", ANY);
    }

    /** The answer to a preflight request; empty for any other request. */
    public static Optional<Reply> preflight(Context ctx) {
        String method = ctx.header("Access-Control-Request-Method");
        if (!ctx.method().equals(HandlerType.OPTIONS) || ctx.header("Origin") == null || method == null) {
            return Optional.empty();
        }
        String headers = ctx.header("Access-Control-Request-Headers");
        Reply allowed = Reply.nothing()
                .with("Access-Control-Allow-Origin", ANY)
                .with("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE")
                .with("Access-Control-Max-Age", TEN_MINUTES);
        return Optional.of(headers == null ? allowed : allowed.with("Access-Control-Allow-Headers", headers));
    }
}
