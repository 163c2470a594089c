package dev.fermata.option;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The options that are set, each to an allowed value. Immutable. */
public final class Values {
    /** Nothing is set. */
    public static final Values NONE = new Values(Map.of());

    private final Map<Option<?>, Object> set;

    private Values(Map<Option<?>, Object> set) {
        this.set = Map.copyOf(set);
    }

    /**
     * The same with this value.
     *
     * @throws InvalidValueException if it is out of range; the message names the method that sets it
     */
    public <T> Values with(Option<T> option, T value) {
        Map<Option<?>, Object> more = new HashMap<>(set);
        more.put(option, option.checked(value));
        return new Values(more);
    }

    /** The value that is set. */
    @SuppressWarnings("unchecked") // only with() puts values in
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable((T) set.get(option));
    }

    /** The value that is set, or else the default of the builder; empty if there is neither. */
    public <T> Optional<T> orDefault(Option<T> option) {
        return find(option).or(option::inJava);
    }

    /**
     * The value that is set, or else the default of the builder.
     *
     * @throws NoSuchElementException if the option has no default
     */
    public <T> T get(Option<T> option) {
        return orDefault(option).orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && set.equals(values.set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return set.toString();
    }
}
