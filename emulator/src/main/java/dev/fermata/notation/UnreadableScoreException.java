package dev.fermata.notation;

/** A file that is no score, or none that can be read; says why in words for the person who sent it. */
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

    /** What is wrong with the file, as the end of a sentence: "the score has no part". */
    public String reason() {
        return reason;
    }
}
