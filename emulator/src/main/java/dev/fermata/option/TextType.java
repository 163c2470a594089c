package dev.fermata.option;

import java.util.Optional;
import java.util.function.Function;

/**
 * What can be read from a text.
 *
 * @param allowed the allowed texts: {@code a BCP 47 tag}
 * @param reading reads a text; empty if it is invalid
 * @param writing the text of a value
 * @param isSecret whether messages must not repeat the text
 */
public record TextType<T>(
        String allowed, Function<String, Optional<T>> reading, Function<T, String> writing, boolean isSecret)
        implements OptionType<T> {
    /** Texts that are no secrets. */
    public TextType(String allowed, Function<String, Optional<T>> reading, Function<T, String> writing) {
        this(allowed, reading, writing, false);
    }

    @Override
    public T read(String text) {
        return reading.apply(text)
                .orElseThrow(() -> isSecret
                        ? InvalidValueException.secretMustBe(allowed)
                        : InvalidValueException.mustBe(allowed, text));
    }

    @Override
    public void check(T value) {
        read(write(value));
    }

    @Override
    public String write(T value) {
        return writing.apply(value);
    }
}
