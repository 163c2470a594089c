package dev.fermata.option;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of a few values with names.
 *
 * @param values all of them, in the order in which users read them
 * @param label the name of a value
 * @param find the value with a name
 */
public record ChoiceType<T>(List<T> values, Function<T, String> label, Function<String, Optional<T>> find)
        implements OptionType<T> {
    @Override
    public T read(String text) {
        return find.apply(text).orElseThrow(() -> InvalidValueException.mustBe(allowed(), text));
    }

    @Override
    public void check(T value) {}

    @Override
    public String write(T value) {
        return label.apply(value);
    }

    @Override
    public String allowed() {
        return values.stream().map(label).collect(Collectors.joining(", ", "one of ", ""));
    }
}
