package dev.fermata.control.gate;

import dev.fermata.http.request.Authorization;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The token that the control API requires if other machines can reach it.
 *
 * @param text as in {@code Authorization: Bearer TEXT}; visible ASCII characters, at least one
 */
public record ControlToken(String text) {
    private static final int RANDOM_BYTES = 16;

    public ControlToken {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a control token must be visible ASCII characters, at least one");
        }
    }

    /** The token with this text; empty if the text is invalid. */
    public static Optional<ControlToken> read(String text) {
        return isValid(text) ? Optional.of(new ControlToken(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.matches("[!-~]+");
    }

    /** A random token that cannot be guessed. */
    public static ControlToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlToken(HexFormat.of().formatHex(bytes));
    }

    /** Whether a call carries it. */
    boolean isIn(Context ctx) {
        byte[] given = Authorization.bearer(ctx).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Does not reveal the token, so it can be logged. */
    @Override
    public String toString() {
        return "a control token";
    }
}
