package dev.fermata.cli.demo;

/** Why the demo ends early, in one line for the person who started it. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
