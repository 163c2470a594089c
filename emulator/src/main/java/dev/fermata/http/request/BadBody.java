package dev.fermata.http.request;

import java.util.Optional;

/**
 * The body of a request is unusable, and the client is at fault. Each API turns it into its own error in one place.
 */
public final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Kind {
        /** More bytes than allowed. */
        TOO_LARGE,
        /** Not what its type says, or of another type. */
        MALFORMED,
        /** Cut off before its end. */
        INCOMPLETE,
        /** In an unsupported content coding. */
        UNSUPPORTED_CODING
    }

    private final Kind kind;
    private final String param;

    BadBody(Kind kind, String message) {
        this(kind, message, "");
    }

    /** A body whose field {@code param} is at fault. */
    public BadBody(Kind kind, String message, String param) {
        super(message);
        this.kind = kind;
        this.param = param;
    }

    static BadBody tooLarge() {
        return new BadBody(Kind.TOO_LARGE, "The request is too large");
    }

    /**
     * Checks a field of a body.
     *
     * @throws BadBody if it does not hold
     */
    public static void unless(boolean holds, String param, String message) {
        if (!holds) {
            throw new BadBody(Kind.MALFORMED, message, param);
        }
    }

    public Kind kind() {
        return kind;
    }

    /** The path of the field at fault, as {@code builderData.scoreData}. */
    public Optional<String> param() {
        return Optional.of(param).filter(path -> !path.isEmpty());
    }

    /** What is wrong, in words for a person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
