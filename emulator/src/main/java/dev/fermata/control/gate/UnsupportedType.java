package dev.fermata.control.gate;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/**
 * A body whose {@code Content-Type} is not exactly {@code application/json}.
 *
 * <p>A page in the developer's browser can send forms and plain text to any server without a preflight request, but not
 * this type.
 */
final class UnsupportedType extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String JSON = "application/json";

    private UnsupportedType(String found) {
        super("A body must have the Content-Type " + JSON + ", was " + found);
    }

    /** Rejects a request whose body has another type or none. */
    static void refuse(Context ctx) {
        boolean hasBody = ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
        String type = ctx.header("Content-Type");
        if (hasBody && !isJson(Optional.ofNullable(type).orElse(""))) {
            throw new UnsupportedType(type == null ? "no Content-Type" : type);
        }
    }

    private static boolean isJson(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }
}
