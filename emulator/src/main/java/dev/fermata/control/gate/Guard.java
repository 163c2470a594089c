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
 * Keeps unauthorized callers away from the control API.
 *
 * <p>A page in the developer's browser can reach a server on loopback, but the request reveals the page's origin, or
 * the name that the browser resolved. Numeric loopback addresses are not resolved, so they always mean the server
 * itself. For a server that other machines reach, the valid names are unknown here; its token protects it, because such
 * a page does not know the token.
 */
public final class Guard {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\." + BYTE + "){3}");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-f:.]+\\]");

    private final Optional<ControlToken> token;
    private final String boundTo;

    /**
     * Requires the token, if there is one.
     *
     * @param boundTo the name or address that the server is bound to
     */
    public Guard(Optional<ControlToken> token, String boundTo) {
        this.token = token;
        this.boundTo = boundTo.toLowerCase(Locale.ROOT);
    }

    /** Why a call is refused; empty if it is admitted. */
    Optional<Reply> refusal(Context ctx) {
        Optional<Reply> foreign = originRefusal(ctx);
        return foreign.isEmpty() && token.isPresent() && !token.get().isIn(ctx)
                ? Optional.of(Problem.of(401, "Control token required", "The control API requires its own token here")
                        .with("WWW-Authenticate", "Bearer"))
                : foreign;
    }

    /** Why a request for the health, which needs no token, is refused; empty if it is admitted. */
    Optional<Reply> originRefusal(Context ctx) {
        String host = nameIn(String.valueOf(ctx.host()));
        String origin = ctx.header("Origin");
        boolean isOwnHost = token.isPresent() || isOwn(host);
        boolean isOwnPage = origin == null
                || isOwn(hostOf(origin))
                || (token.isPresent() && hostOf(origin).equals(host));
        return isOwnHost && isOwnPage
                ? Optional.empty()
                : Optional.of(
                        Problem.of(403, "Foreign origin", "The control API does not answer pages of other origins"));
    }

    /** Without a token the server is bound to loopback, by any of its names. */
    private boolean isOwn(String host) {
        return LOOPBACK.matcher(host).matches()
                || (token.isEmpty() && host.equals(boundTo))
                || (BRACKETED.matcher(host).matches() && isLoopback(host));
    }

    /** The brackets prevent a DNS lookup by Java. */
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
