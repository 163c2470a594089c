package dev.fermata.option;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The definition of an option: a method of a builder, a flag and an environment variable with the same range.
 *
 * @param name the name in lower case, with hyphens: {@code max-jobs}
 * @param java the name in messages to Java code: the method that sets it
 * @param type the allowed values
 * @param label what stands for the value in the help: {@code N}
 * @param unit the unit of the value: {@code bytes}; empty where the description says it
 * @param description what the value means, in sentences that end with a full stop
 * @param inJava the default of the builder; empty if the option then has no value
 * @param whenServed the default on the command line, where it differs from that of the builder
 * @param defaultText the default on the command line, in words
 */
public record Option<T>(
        String name,
        String java,
        OptionType<T> type,
        String label,
        String unit,
        String description,
        Optional<T> inJava,
        Optional<T> whenServed,
        String defaultText) {
    private static final Pattern HYPHEN = Pattern.compile("-(\\w)");

    /** An option without a default, whose method has the same name. */
    public static <T> Option<T> of(String name, OptionType<T> type, String label, String description) {
        String method =
                HYPHEN.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return new Option<>(
                name, method, type, label, "", description, Optional.empty(), Optional.empty(), NumberType.NONE);
    }

    /** On or off; off unless told otherwise. */
    public static Option<Boolean> ofSwitch(String name, String description) {
        return of(name, new SwitchType(), "", description).defaultingTo(false);
    }

    /** The same, set by another method of Java. */
    public Option<T> setBy(String method) {
        return new Option<>(name, method, type, label, unit, description, inJava, whenServed, defaultText);
    }

    /** The same in this unit. */
    public Option<T> in(String other) {
        return new Option<>(name, java, type, label, other, description, inJava, whenServed, defaultText);
    }

    /** The same with this default. */
    public Option<T> defaultingTo(T value) {
        return defaultingTo(value, type.write(value));
    }

    /** The same with this default, which words describe better than its value. */
    public Option<T> defaultingTo(T value, String words) {
        return new Option<>(name, java, type, label, unit, description, Optional.of(value), Optional.empty(), words);
    }

    /** The same with another default on the command line. */
    public Option<T> butServed(T value) {
        return new Option<>(name, java, type, label, unit, description, inJava, Optional.of(value), type.write(value));
    }

    /** The same without a default; words describe what happens then. */
    public Option<T> otherwise(String words) {
        return new Option<>(name, java, type, label, unit, description, Optional.empty(), Optional.empty(), words);
    }

    /** {@code --max-jobs}. */
    public String flag() {
        return "--" + name;
    }

    /** {@code FERMATA_MAX_JOBS}. */
    public String variable() {
        return "FERMATA_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Reads a value.
     *
     * @param source where the text comes from: {@link #flag()} or {@link #variable()}
     * @throws InvalidValueException if the text is invalid; the message names the source
     */
    public T read(String source, String text) {
        try {
            return type.read(text);
        } catch (InvalidValueException invalid) {
            throw invalid.of(source);
        }
    }

    /**
     * Returns a value that Java code sets, if it is allowed.
     *
     * @throws InvalidValueException if it is out of range; the message names the method
     */
    public T checked(T value) {
        try {
            type.check(value);
            return value;
        } catch (InvalidValueException invalid) {
            throw invalid.of(java);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
