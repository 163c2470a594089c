package dev.fermata.cli;

import dev.fermata.option.Option;
import java.util.Map;
import java.util.Optional;

/** The values of options in environment variables: {@code FERMATA_FLAT_RATE_LIMIT} for {@code --flat-rate-limit}. */
record Environment(Map<String, String> variables) {
    /** The environment of this process. */
    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /**
     * The text of an option; empty if its variable is not set, or blank: that is how CI systems write a variable without
     * a value.
     *
     * @throws IllegalArgumentException if the text cannot be read in the encoding of the locale
     */
    Optional<String> text(Option<?> option) {
        Optional<String> text =
                Optional.ofNullable(variables.get(option.variable())).filter(value -> !value.isBlank());
        text.ifPresent(value -> Arguments.requireReadable(option.variable(), value));
        return text;
    }
}
