package dev.fermata.states;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One state that a pact may ask for.
 *
 * @param name by which a pact asks for it
 * @param summary what is so in it
 * @param parameters what can be said of it; none has to be
 * @param values the names of what it answers, beside those that every state does
 * @param making makes it so
 */
public record ProviderState(
        String name, String summary, List<Parameter> parameters, List<String> values, Making making) {
    /** What every state answers: the token that leads into it, and who that belongs to. */
    public static final List<String> COMMON_VALUES = List.of("token", "world", "account", "user");

    /** What can be said of every state. */
    public static final List<Parameter> COMMON_PARAMETERS = List.of(
            Parameter.free("credits", "what the account has left, with each vendor"),
            Parameter.oneOf("plan", "premium", "free", "no-omr"));

    /**
     * Something that can be said of a state.
     *
     * @param meaning what it is
     * @param choices what it can be, the first unless told otherwise; empty for anything
     */
    public record Parameter(String name, String meaning, List<String> choices) {
        static Parameter free(String name, String meaning) {
            return new Parameter(name, meaning, List.of());
        }

        static Parameter oneOf(String name, String... choices) {
            return new Parameter(name, "", List.of(choices));
        }
    }

    /** Makes a state, in a world that is there for it alone. */
    @FunctionalInterface
    interface Making {
        void make(StateBuilder state) throws IOException;
    }

    static ProviderState of(String name, String summary, Making making) {
        return new ProviderState(name, summary, List.of(), List.of(), making);
    }

    ProviderState with(Parameter... more) {
        return new ProviderState(name, summary, List.of(more), values, making);
    }

    ProviderState giving(String... more) {
        return new ProviderState(name, summary, parameters, List.of(more), making);
    }

    /** All that can be said of it. */
    public List<Parameter> allParameters() {
        return Stream.concat(parameters.stream(), COMMON_PARAMETERS.stream()).toList();
    }

    /** The names of all that it answers. */
    public List<String> allValues() {
        return Stream.concat(COMMON_VALUES.stream(), values.stream()).toList();
    }
}
