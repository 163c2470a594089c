package dev.fermata.states;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All states that a pact may require. */
public final class StateCatalogue {
    private static final List<ProviderState> ALL = Stream.of(
                    AccountStates.all(), ScoreStates.all(), CollectionStates.all(), JobStates.all())
            .flatMap(List::stream)
            .toList();

    private StateCatalogue() {}

    /** All states, by subject. */
    public static List<ProviderState> all() {
        return ALL;
    }

    /** The state with this name. The empty name, of a pact without a state, stands for the state of an account. */
    public static Optional<ProviderState> named(String name) {
        String wanted = name.isBlank() ? AccountStates.USUAL : name;
        return ALL.stream().filter(state -> state.name().equals(wanted)).findFirst();
    }
}
