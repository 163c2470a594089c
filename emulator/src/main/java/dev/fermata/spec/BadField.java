package dev.fermata.spec;

/** An invalid field or parameter; the message names it too. */
public final class BadField extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    public BadField(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The path of the field, such as {@code when.document.pages}; empty for the whole object. */
    public String field() {
        return field;
    }
}
