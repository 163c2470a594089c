package dev.fermata.spec;

/** A field or a parameter that makes no sense; the message names it too. */
public final class BadField extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    public BadField(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Its path, as {@code when.document.pages}; empty where it is the whole. */
    public String field() {
        return field;
    }
}
