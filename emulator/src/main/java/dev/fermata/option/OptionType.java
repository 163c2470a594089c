package dev.fermata.option;

/** The values that an option may have, and how a text becomes one. */
public interface OptionType<T> {
    /**
     * Reads a value from a flag or a variable.
     *
     * @throws InvalidValueException if the text is no value of this type
     */
    T read(String text);

    /**
     * Checks a value that Java code sets.
     *
     * @throws InvalidValueException if the value is out of range
     */
    void check(T value);

    /** The text from which {@link #read} makes this value. */
    String write(T value);

    /** The allowed values, as they are described to users: {@code between 0 and 65535}. */
    String allowed();
}
