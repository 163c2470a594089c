package dev.fermata.option;

/** An option has a value that it may not have. The message names the option, the allowed values and the value. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 100;

    private InvalidValueException(String message) {
        super(message);
    }

    /** {@code must be between 0 and 65535, was 70000}; {@link #of} puts the name before it. */
    public static InvalidValueException mustBe(String allowed, String value) {
        return invalid("must be " + allowed, value);
    }

    /** The same, where only a part of the value is invalid: {@code requests must be between 1 and 5, was 6}. */
    public static InvalidValueException invalid(String requirement, String value) {
        String shown = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
        return new InvalidValueException(requirement + ", was " + (value.isEmpty() ? "empty" : shown));
    }

    /** {@code must be a token}: without the value, which is a secret. */
    public static InvalidValueException secretMustBe(String allowed) {
        return new InvalidValueException("must be " + allowed);
    }

    /** The same with the name of the option before it. */
    InvalidValueException of(String option) {
        return new InvalidValueException(option + " " + getMessage());
    }
}
