package dev.fermata.control;

import dev.fermata.http.Reply;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps web pages of others away from the control API: a page in the developer's browser can reach a server on
 * loopback, but not without telling its own origin, or the name it made the browser look up.
 */
final class OwnPages {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private OwnPages() {}

    /** Why a call is not answered; empty when it does not come from a foreign page. */
    static Optional<Reply> refusalOf(Context ctx) {
        String origin = ctx.header("Origin");
        boolean foreign = !isOwn(String.valueOf(ctx.host())) || (origin != null && !isOwn(hostOf(origin)));
        return foreign
                ? Optional.of(Problem.of(403, "Foreign origin", "The control API answers this machine alone"))
                : Optional.empty();
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
