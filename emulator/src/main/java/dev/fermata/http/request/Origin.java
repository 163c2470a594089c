package dev.fermata.http.request;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The root of the URLs by which a client reaches the server: what it asked for, or, behind a proxy that is trusted, what
 * it asked that proxy for. Invalid values from a proxy are ignored.
 */
public final class Origin {
    /** The attribute of the server that says whether proxies are trusted. */
    public static final String TRUSTED = "fermata.trust-forwarded";

    private static final int LONGEST_HEADER = 2_000;
    private static final int LONGEST_PREFIX = 256;
    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** {@code key=value} or {@code key="value"}, up to the end of the first proxy's element. */
    private static final Pattern PAIR = Pattern.compile("\\G\\s*;?\\s*([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([^\";,\\s]*))");

    private Origin() {}

    /** As {@code http://127.0.0.1:8480}, without a slash at its end. */
    public static String of(Context ctx) {
        String own = Optional.ofNullable(ctx.header("Host"))
                .filter(host -> authority(host).isPresent())
                .orElseGet(() -> addressed(ctx));
        if (!Boolean.TRUE.equals(ctx.req().getServletContext().getAttribute(TRUSTED))) {
            return ctx.scheme() + "://" + own;
        }
        String scheme = proto(ctx).orElse(ctx.scheme());
        Optional<Matcher> forwarded = host(ctx);
        Matcher host = forwarded.or(() -> authority(own)).orElseThrow();
        Optional<String> port = forwarded
                .flatMap(said -> Optional.ofNullable(said.group(2)))
                .or(() -> first(ctx, "X-Forwarded-Port").filter(Origin::isPort))
                .or(() -> forwarded.isPresent() ? Optional.empty() : Optional.ofNullable(host.group(2)))
                .filter(number -> !number.equals(scheme.equals("https") ? "443" : "80"));
        String prefix = first(ctx, "X-Forwarded-Prefix")
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .filter(path ->
                        path.length() <= LONGEST_PREFIX && PREFIX.matcher(path).matches())
                .orElse("");
        return scheme + "://" + host.group(1) + port.map(number -> ":" + number).orElse("") + prefix;
    }

    /** The address of the connection, for a request without a Host, as in HTTP/1.0. */
    private static String addressed(Context ctx) {
        String address = ctx.req().getLocalAddr();
        return (address.contains(":") ? "[" + address + "]" : address) + ":"
                + ctx.req().getLocalPort();
    }

    private static Optional<String> proto(Context ctx) {
        return forwarded(ctx, "proto")
                .or(() -> first(ctx, "X-Forwarded-Proto"))
                .map(proto -> proto.toLowerCase(Locale.ROOT))
                .filter(proto -> proto.equals("http") || proto.equals("https"));
    }

    private static Optional<Matcher> host(Context ctx) {
        return forwarded(ctx, "host").or(() -> first(ctx, "X-Forwarded-Host")).flatMap(Origin::authority);
    }

    private static Optional<Matcher> authority(String text) {
        return Optional.of(AUTHORITY.matcher(text))
                .filter(Matcher::matches)
                .filter(parts -> parts.group(2) == null || isPort(parts.group(2)));
    }

    /** What the proxy says that the client asked: the first of all that a request came through. */
    private static Optional<String> forwarded(Context ctx, String key) {
        Optional<String> header = header(ctx, "Forwarded");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Matcher pair = PAIR.matcher(header.get());
        while (pair.find()) {
            if (pair.group(1).equalsIgnoreCase(key)) {
                return Optional.of(pair.group(2) == null ? pair.group(3) : pair.group(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(Context ctx, String name) {
        return header(ctx, name).map(value -> value.split(",", 2)[0].strip()).filter(value -> !value.isEmpty());
    }

    private static Optional<String> header(Context ctx, String name) {
        return Optional.ofNullable(ctx.header(name)).filter(value -> value.length() <= LONGEST_HEADER);
    }

    private static boolean isPort(String digits) {
        return digits.matches("[1-9][0-9]{0,4}") && Integer.parseInt(digits) <= 65_535;
    }
}
