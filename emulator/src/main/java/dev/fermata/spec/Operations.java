package dev.fermata.spec;

import dev.fermata.fidelity.PublishedApi.Operation;
import dev.fermata.flat.api.FlatApi;
import dev.fermata.scoreflow.ScoreFlowApi;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that the vendors publish, by their names. */
public final class Operations {
    private static final Set<String> NAMES = Stream.of(FlatApi.published(), ScoreFlowApi.published())
            .flatMap(published -> published.operations().stream())
            .map(Operation::id)
            .collect(Collectors.toUnmodifiableSet());

    private Operations() {}

    /**
     * This name, which must be one of theirs.
     *
     * @throws IllegalArgumentException if it is not: a scenario or a query for it would wait for ever
     */
    public static String named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "Unknown operation " + name + Nearest.hint(name, NAMES) + "; GET /_fermata/fidelity lists all");
        }
        return name;
    }
}
