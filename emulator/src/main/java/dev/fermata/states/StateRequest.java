package dev.fermata.states;

import dev.fermata.states.ProviderState.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state as a pact asks for it.
 *
 * @param state which one
 * @param params what it says of it
 */
record StateRequest(ProviderState state, Map<String, String> params) {
    /** Throws {@link IllegalArgumentException} for what cannot be said of this state. */
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
                        name + " is one of " + String.join(", ", choices) + ", not '" + value + "'");
            }
        });
    }

    /** What it says of a parameter. */
    Optional<String> given(String parameter) {
        return Optional.ofNullable(params.get(parameter));
    }

    /** What it says of a parameter, or what holds unless it says anything. */
    String choice(String parameter) {
        return given(parameter)
                .orElseGet(() -> state.allParameters().stream()
                        .filter(known -> known.name().equals(parameter))
                        .flatMap(known -> known.choices().stream())
                        .findFirst()
                        .orElse(""));
    }

    /** What it says of a parameter, a whole number from 0 on. */
    Optional<Integer> number(String parameter) {
        return given(parameter).map(text -> {
            if (!text.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(parameter + " is a whole number, not '" + text + "'");
            }
            return Integer.valueOf(text);
        });
    }
}
