package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Vendor;
import dev.fermata.contracts.flat.FlatExamples;
import dev.fermata.contracts.scoreflow.ScoreFlowExamples;
import dev.fermata.fidelity.PublishedApi.Operation;
import dev.fermata.testing.FlatJudge;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation has an example, and every outcome that its vendor documents. */
class CoverageTest {
    /** The outcomes of each operation by ScoreFlow's page, in addition to 429, which applies to all. */
    private static final Map<String, Set<Integer>> SCOREFLOW = Map.of(
            "convert", Set.of(202, 400, 401, 402, 429, 503),
            "status", Set.of(200, 429),
            "download", Set.of(200, 400, 404));

    @Test
    void everyEmulatedOperationHasAnExample() {
        assertEquals(List.of(), missing(operation -> Set.of()));
    }

    @Test
    void everyDocumentedOutcomeHasAnExample() {
        assertEquals(List.of(), missing(CoverageTest::documented));
    }

    /** Errors that any call can have need only one example, not one for each operation. */
    @Test
    void everyErrorOfAnyCallHasAnExample() {
        Map<Vendor, Set<Integer>> errors = Map.of(
                Vendor.FLAT, Set.of(400, 401, 402, 403, 404, 409, 429, 500, 503),
                Vendor.SCOREFLOW, Set.of(400, 401, 402, 404, 429, 500, 503));
        errors.forEach((vendor, statuses) -> {
            Set<Integer> left = new TreeSet<>(statuses);
            examplesOf(vendor).forEach(example -> left.remove(example.status()));
            assertEquals(Set.of(), left, vendor.label());
        });
    }

    private static List<Example> examplesOf(Vendor vendor) {
        return switch (vendor) {
            case FLAT -> FlatExamples.all();
            case SCOREFLOW -> ScoreFlowExamples.all();
        };
    }

    private interface Outcomes {
        Set<Integer> of(Operation operation);
    }

    private static List<String> missing(Outcomes wanted) {
        return Arrays.stream(Vendor.values())
                .flatMap(
                        vendor -> vendor.operations().stream().flatMap(operation -> missing(vendor, operation, wanted)))
                .toList();
    }

    private static Stream<String> missing(Vendor vendor, Operation operation, Outcomes wanted) {
        Set<Integer> shown = examplesOf(vendor).stream()
                .filter(example -> example.operation().id().equals(operation.id()))
                .map(Example::status)
                .collect(Collectors.toSet());
        Set<Integer> missing = new TreeSet<>(wanted.of(operation));
        missing.removeAll(shown);
        return shown.isEmpty()
                ? Stream.of(operation.id())
                : missing.stream().map(status -> operation.id() + " " + status);
    }

    private static Set<Integer> documented(Operation operation) {
        return SCOREFLOW.getOrDefault(
                operation.id(),
                FlatJudge.outcomesOf(operation.method(), operation.path().replaceFirst("^/v2", "")));
    }
}
