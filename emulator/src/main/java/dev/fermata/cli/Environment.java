package dev.fermata.cli;

import dev.fermata.cli.option.Arguments;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option also from the environment: {@code --flat-rate-limit} as {@code FERMATA_FLAT_RATE_LIMIT}. */
final class Environment implements IDefaultValueProvider {
    private final Map<String, String> variables = System.getenv();

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String set = variables.get(variableOf(option));
        String value = set == null || set.isBlank() ? null : set; // an empty variable is how CI says that there is none
        if (value != null) {
            Arguments.requireReadable(variableOf(option), value);
        }
        boolean isFlag = option.arity().max() == 0;
        return isFlag && value != null ? String.valueOf(value.matches("(?i)1|true|yes|on")) : value;
    }

    static String variableOf(OptionSpec option) {
        return "FERMATA_"
                + option.longestName().replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
