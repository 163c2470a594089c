package dev.fermata.control.gate;

import dev.fermata.http.answer.Reply;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps others away from the control API.
 *
 * <p>A page in the developer's browser can reach a server on loopback, but not without telling its own origin, or the
 * name it made the browser look up. The addresses of loopback, written as numbers, are looked up by no browser, so they
 * are always the server's own. A server that other machines reach has names that cannot be known here: its token is what
 * such a page does not know.
 */
public final class Guard {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\." + BYTE + "){3}");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-f:.]+\\]");

    private final Optional<ControlToken> token;
    private final String boundTo;

    /**
     * Asks for the token, where there is one.
     *
     * @param boundTo the name or address that the server was told to bind
     */
    public Guard(Optional<ControlToken> token, String boundTo) {
        this.token = token;
        this.boundTo = boundTo.toLowerCase(Locale.ROOT);
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
        boolean isOwnHost = token.isPresent() || isOwn(host);
        boolean isOwnPage = origin == null
                || isOwn(hostOf(origin))
                || (token.isPresent() && hostOf(origin).equals(host));
        return isOwnHost && isOwnPage
                ? Optional.empty()
                : Optional.of(Problem.of(403, "Foreign origin", "The control API answers no page of another origin"));
    }

    /** Without a token the server is bound to loopback, under whatever name. */
    private boolean isOwn(String host) {
        return LOOPBACK.matcher(host).matches()
                || (token.isEmpty() && host.equals(boundTo))
                || (BRACKETED.matcher(host).matches() && isLoopback(host));
    }

    /** The brackets keep Java from looking a name up. */
    private static boolean isLoopback(String bracketed) {
        try {
            return InetAddress.getByName(bracketed).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
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
