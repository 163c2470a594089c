package dev.fermata.conduct;

import dev.fermata.flat.api.FlatApi;
import dev.fermata.journal.Entry;
import dev.fermata.scoreflow.api.ScoreFlowApi;
import dev.fermata.vendor.Operation;
import dev.fermata.vendor.Operation.Trait;
import dev.fermata.vendor.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of all vendors, as their packages list them. */
public final class VendorOperations {
    private static final Map<String, Operation> BY_ID = Stream.of(FlatApi.operations(), ScoreFlowApi.operations())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));

    private VendorOperations() {}

    /** Those with one of these purposes, but without this trait. */
    public static List<Operation> without(Trait trait, Set<Purpose> purposes) {
        return BY_ID.values().stream()
                .filter(operation -> purposes.contains(operation.purpose()))
                .filter(operation -> !operation.traits().contains(trait))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /** Whether the operation of a request has a trait. */
    public static boolean have(Entry entry, Trait trait) {
        return entry.operation()
                .map(BY_ID::get)
                .filter(operation -> operation.traits().contains(trait))
                .isPresent();
    }
}
