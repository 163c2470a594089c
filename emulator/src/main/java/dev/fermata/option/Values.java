package dev.fermata.option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The number that is set. */
    public OptionalLong number(Option<Long> option) {
        return find(option).stream().mapToLong(Long::longValue).findFirst();
    }

    /** The list of {@link #get}, and one value more. */
    public <E> List<E> more(Option<List<E>> option, E value) {
        return Stream.concat(get(option).stream(), Stream.of(value)).toList();
    }

    /** An option that is set to its default is equal to one that is not set. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values values && deviations().equals(values.deviations());
    }

    @Override
    public int hashCode() {
        return deviations().hashCode();
    }

    private Map<Option<?>, Object> deviations() {
        Map<Option<?>, Object> deviations = new HashMap<>(set);
        deviations
                .entrySet()
                .removeIf(entry ->
                        entry.getKey().inJava().filter(entry.getValue()::equals).isPresent());
        return deviations;
    }

    @Override
    public String toString() {
        return set.toString();
    }
}
