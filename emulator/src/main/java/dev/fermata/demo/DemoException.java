package dev.fermata.demo;

/** Why the demo ends early, in one line for its user. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DemoException(String message) {
        super(message);
    }
}
