package dev.fermata.spec;

import dev.fermata.fidelity.PublishedApi.Operation;
import dev.fermata.flat.api.FlatApi;
import dev.fermata.scoreflow.api.ScoreFlowApi;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all operations that the vendors publish. */
public final class Operations {
    private static final Set<String> NAMES = Stream.of(FlatApi.published(), ScoreFlowApi.published())
            .flatMap(published -> published.operations().stream())
            .map(Operation::id)
            .collect(Collectors.toUnmodifiableSet());

    private Operations() {}

    /**
     * Returns the name if it is the name of an operation.
     *
     * @throws IllegalArgumentException if it is unknown: a scenario or a query with it would never match
     */
    public static String named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "Unknown operation " + name + Nearest.hint(name, NAMES) + "; GET /_fermata/fidelity lists all");
        }
        return name;
    }
}
