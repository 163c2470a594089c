package dev.fermata.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What is read from a file or a folder.
 *
 * @param reading reads it; throws {@link IllegalArgumentException} if that is not possible
 */
public record FileType<T>(Function<Path, T> reading) implements OptionType<T> {
    @Override
    public T read(String text) {
        try {
            return reading.apply(Path.of(text));
        } catch (InvalidPathException invalid) {
            throw InvalidValueException.mustBe(allowed(), text);
        }
    }

    @Override
    public void check(T value) {}

    @Override
    public String write(T value) {
        return value.toString();
    }

    @Override
    public String allowed() {
        return "a path";
    }
}
