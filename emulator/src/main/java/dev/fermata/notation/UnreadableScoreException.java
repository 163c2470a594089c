package dev.fermata.notation;

/** Thrown for a file that is not a score or cannot be read; the message tells the sender why. */
public final class UnreadableScoreException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnreadableScoreException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public UnreadableScoreException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** The reason, as the end of a sentence: "the score has no part". */
    public String reason() {
        return reason;
    }
}
