package dev.fermata.control;

import dev.fermata.http.Reply;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps web pages of others away from the control API: a page in the developer's browser can reach a server on
 * loopback, but not without telling its own origin, or the name it made the browser look up.
 */
final class OwnPages {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private OwnPages() {}

    /** Answers, unless the call comes from a foreign page. */
    static Reply only(Context ctx, Function<Context, Reply> answer) {
        String origin = ctx.header("Origin");
        boolean foreign = !isOwn(String.valueOf(ctx.host())) || (origin != null && !isOwn(hostOf(origin)));
        return foreign
                ? Problem.of(403, "Foreign origin", "The control API answers this machine alone")
                : answer.apply(ctx);
    }

    private static boolean isOwn(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll(":[0-9]+$", "");
        return LOOPBACK.contains(name);
    }

    private static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
