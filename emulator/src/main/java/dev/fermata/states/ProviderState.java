package dev.fermata.states;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A state that a pact may require.
 *
 * @param name its name in pacts
 * @param summary what it contains
 * @param parameters its optional parameters
 * @param values the names of the values that it returns, in addition to those of every state
 * @param making creates it
 */
public record ProviderState(
        String name, String summary, List<Parameter> parameters, List<String> values, Making making) {
    /** The values of every state: its token, and the account of the token. */
    public static final List<String> COMMON_VALUES = List.of("token", "world", "account", "user");

    /** The parameters of every state. */
    public static final List<Parameter> COMMON_PARAMETERS = List.of(
            Parameter.free("credits", "the remaining credits of the account, at each vendor"),
            Parameter.oneOf("plan", "premium", "free", "no-omr"));

    /**
     * A parameter of a state.
     *
     * @param meaning its meaning
     * @param choices its allowed values, the first is the default; empty for any value
     */
    public record Parameter(String name, String meaning, List<String> choices) {
        static Parameter free(String name, String meaning) {
            return new Parameter(name, meaning, List.of());
        }

        static Parameter oneOf(String name, String... choices) {
            return new Parameter(name, "", List.of(choices));
        }
    }

    /** Creates a state, in a world of its own. */
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

    /** All parameters, including those of every state. */
    public List<Parameter> allParameters() {
        return Stream.concat(parameters.stream(), COMMON_PARAMETERS.stream()).toList();
    }

    /** The names of all returned values, including those of every state. */
    public List<String> allValues() {
        return Stream.concat(COMMON_VALUES.stream(), values.stream()).toList();
    }
}
