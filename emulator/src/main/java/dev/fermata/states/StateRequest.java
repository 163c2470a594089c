package dev.fermata.states;

import dev.fermata.states.ProviderState.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state as a pact requires it.
 *
 * @param state the state
 * @param params its parameters
 */
record StateRequest(ProviderState state, Map<String, String> params) {
    /** Throws {@link IllegalArgumentException} for an unknown parameter or an invalid value. */
    StateRequest {
        params.forEach((name, value) -> {
            Parameter parameter = state.allParameters().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the state '" + state.name()
                            + "' has no parameter " + name + ", only "
                            + String.join(
                                    ", ",
                                    state.allParameters().stream()
                                            .map(Parameter::name)
                                            .toList())));
            List<String> choices = parameter.choices();
            if (!choices.isEmpty() && !choices.contains(value) && !choices.contains(value.replace('_', '-'))) {
                throw new IllegalArgumentException(
                        name + " must be one of " + String.join(", ", choices) + ", was '" + value + "'");
            }
        });
    }

    /** The value of a parameter, if given. */
    Optional<String> given(String parameter) {
        return Optional.ofNullable(params.get(parameter));
    }

    /** The value of a parameter, or its default. */
    String choice(String parameter) {
        return given(parameter)
                .orElseGet(() -> state.allParameters().stream()
                        .filter(known -> known.name().equals(parameter))
                        .flatMap(known -> known.choices().stream())
                        .findFirst()
                        .orElse(""));
    }

    /** The value of a parameter, a whole number of at least 0. */
    Optional<Integer> number(String parameter) {
        return given(parameter).map(text -> {
            if (!text.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(parameter + " must be a whole number, was '" + text + "'");
            }
            return Integer.valueOf(text);
        });
    }
}
