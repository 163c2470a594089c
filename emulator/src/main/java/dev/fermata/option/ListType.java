package dev.fermata.option;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Any number of values, whose texts are separated by commas; a flag may be given more than once.
 *
 * @param allowed what each of them may be
 * @param reading reads one text, which may stand for several values; throws {@link IllegalArgumentException} if it is
 *     invalid
 */
public record ListType<E>(String allowed, Function<String, List<E>> reading) implements OptionType<List<E>> {
    /** What separates the texts. */
    public static final String SEPARATOR = ",";

    @Override
    public List<E> read(String text) {
        return Stream.of(text.split(SEPARATOR, -1))
                .map(reading)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void check(List<E> values) {}

    @Override
    public String write(List<E> values) {
        return values.isEmpty() ? "none" : values.size() + " values";
    }
}
