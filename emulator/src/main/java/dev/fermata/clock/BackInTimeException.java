package dev.fermata.clock;

/** Somebody asked a clock to go back, which it never does. */
public final class BackInTimeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BackInTimeException(String message) {
        super(message);
    }
}
