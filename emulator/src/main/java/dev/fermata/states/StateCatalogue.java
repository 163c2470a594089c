package dev.fermata.states;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All states that a pact may ask for. */
public final class StateCatalogue {
    private static final List<ProviderState> ALL = Stream.of(
                    AccountStates.all(), ScoreStates.all(), CollectionStates.all(), JobStates.all())
            .flatMap(List::stream)
            .toList();

    private StateCatalogue() {}

    /** All of them, by what they are about. */
    public static List<ProviderState> all() {
        return ALL;
    }

    /** The one with this name; that of a pact which asks for none is called nothing, and is an account. */
    public static Optional<ProviderState> named(String name) {
        String wanted = name.isBlank() ? AccountStates.USUAL : name;
        return ALL.stream().filter(state -> state.name().equals(wanted)).findFirst();
    }
}
