package dev.fermata.clock;

/** Thrown when a clock is asked to go back, which it never does. */
public final class BackInTimeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BackInTimeException(String message) {
        super(message);
    }
}
