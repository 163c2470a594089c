package dev.fermata.world;

/** What was to be put into a new world does not fit: a value is out of its range, or contradicts another. */
public final class UnfitFilling extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    /**
     * A field at fault.
     *
     * @param field its path, as {@code jobs.3.title}
     */
    public UnfitFilling(String field, String reason, Throwable cause) {
        super(field + ": " + reason, cause);
        this.field = field;
    }

    /** The same without another failure behind it. */
    public UnfitFilling(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
    }

    /** The path of the field at fault. */
    public String field() {
        return field;
    }
}
