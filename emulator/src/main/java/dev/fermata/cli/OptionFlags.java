package dev.fermata.cli;

import dev.fermata.option.InvalidValueException;
import dev.fermata.option.ListType;
import dev.fermata.option.Option;
import dev.fermata.option.SwitchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Gives a command the flags that follow from the definitions of its options. */
final class OptionFlags implements IModelTransformer {
    /** A command with defined options. */
    interface Owner {
        /** Returns the options that are flags of this command. */
        List<Option<?>> options();
    }

    @Override
    public CommandSpec transform(CommandSpec command) {
        if (command.userObject() instanceof Owner owner) {
            owner.options().forEach(option -> command.addOption(flag(option)));
        }
        return command;
    }

    /** The text after the flag; empty if the flag is not given. */
    static Optional<String> text(Option<?> option, CommandSpec command) {
        Object text = command.findOption(option.flag()).getValue();
        return text instanceof List<?> texts
                ? Optional.of(String.join(ListType.SEPARATOR, texts.toArray(String[]::new)))
                : Optional.ofNullable(text).map(Object::toString);
    }

    /**
     * The value of the flag; the default if the flag is not given.
     *
     * @throws ParameterException if the value is invalid
     */
    static <T> T value(Option<T> option, CommandSpec command) {
        return text(option, command)
                .map(text -> read(option, text, command))
                .or(option::whenServed)
                .or(option::inJava)
                .orElseThrow();
    }

    private static OptionSpec flag(Option<?> option) {
        OptionSpec.Builder flag = OptionSpec.builder(option.flag()).type(String.class);
        if (option.type() instanceof SwitchType) {
            return flag.type(boolean.class)
                    .preprocessor((words, command, spec, info) -> normalize(option, words, command, info))
                    .description(escaped(option.description()))
                    .build();
        }
        if (option.type() instanceof ListType) {
            flag.type(List.class).auxiliaryTypes(String.class).splitRegex(ListType.SEPARATOR);
        }
        return flag.arity("1")
                .paramLabel(option.label())
                .description(escaped(option.description() + " Default: " + option.defaultText()))
                .build();
    }

    /** Picocli itself reads what is attached to a switch, as in {@code --warm-up=no}, and would refuse it in other words. */
    private static boolean normalize(
            Option<?> option, Stack<String> words, CommandSpec command, Map<String, Object> info) {
        if ("=".equals(info.get("separator"))) {
            words.push(String.valueOf(read(option, words.pop(), command)));
        }
        return false;
    }

    private static <T> T read(Option<T> option, String text, CommandSpec command) {
        try {
            return option.read(option.flag(), text);
        } catch (InvalidValueException invalid) {
            throw new ParameterException(command.commandLine(), invalid.getMessage(), invalid);
        }
    }

    /** Picocli formats descriptions. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }
}
