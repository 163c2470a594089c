package dev.fermata.control;

import dev.fermata.http.Reply;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps others away from the control API.
 *
 * <p>A page in the developer's browser can reach a server on loopback, but not without telling its own origin, or the
 * name it made the browser look up. A server that other machines reach has names that nobody can tell here: its token
 * is what a page that made one up does not know.
 */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<ControlToken> token;

    /** Asks for the token, where there is one. */
    Guard(Optional<ControlToken> token) {
        this.token = token;
    }

    /** Why a call is not answered; empty when it may be. */
    Optional<Reply> refusalOf(Context ctx) {
        Optional<Reply> foreign = foreignIn(ctx);
        return foreign.isEmpty() && token.isPresent() && !token.get().isIn(ctx)
                ? Optional.of(Problem.of(401, "Control token missing", "The control API asks for its own token here")
                        .with("WWW-Authenticate", "Bearer"))
                : foreign;
    }

    /** Why a call is not even answered whether the server is ready, which takes no token. */
    Optional<Reply> foreignIn(Context ctx) {
        String host = nameIn(String.valueOf(ctx.host()));
        String origin = ctx.header("Origin");
        boolean isOwnHost = token.isPresent() || LOOPBACK.contains(host);
        boolean isOwnPage = origin == null
                || LOOPBACK.contains(hostOf(origin))
                || (token.isPresent() && hostOf(origin).equals(host));
        return isOwnHost && isOwnPage
                ? Optional.empty()
                : Optional.of(Problem.of(403, "Foreign origin", "The control API answers no page of somebody else"));
    }

    private static String nameIn(String hostAndPort) {
        return hostAndPort.toLowerCase(Locale.ROOT).replaceAll(":[0-9]*$", "");
    }

    private static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
