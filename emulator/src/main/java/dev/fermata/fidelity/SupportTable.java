package dev.fermata.fidelity;

import dev.fermata.fidelity.PublishedApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which published operations are emulated, and the source of each behaviour, read from the annotations on the code.
 */
public final class SupportTable {
    /**
     * A published operation.
     *
     * @param fidelity its source, if it is emulated
     */
    public record Line(String vendor, Operation operation, Optional<Fidelity> fidelity) {}

    /**
     * A behaviour.
     *
     * @param vendor empty if not specific to a vendor
     */
    public record Behaviour(String vendor, Fidelity fidelity) {}

    private final List<Line> operations = new ArrayList<>();
    private final List<Behaviour> behaviours = new ArrayList<>();

    /** Reads the annotations on the classes of these APIs. */
    public SupportTable(List<PublishedApi> apis) {
        for (PublishedApi published : apis) {
            List<Fidelity> said = Fidelity.of(published.classes());
            published
                    .operations()
                    .forEach(operation -> operations.add(new Line(published.vendor(), operation, of(operation, said))));
            said.stream()
                    .filter(fidelity -> !fidelity.isOperation())
                    .forEach(fidelity -> behaviours.add(new Behaviour(published.vendor(), fidelity)));
        }
    }

    /** All published operations, by vendor, in the vendor's order. */
    public List<Line> operations() {
        return List.copyOf(operations);
    }

    /** All behaviours, by vendor. */
    public List<Behaviour> behaviours() {
        return List.copyOf(behaviours);
    }

    private static Optional<Fidelity> of(Operation operation, List<Fidelity> said) {
        return said.stream()
                .filter(fidelity -> fidelity.isOperation() && fidelity.member().equals(operation.id()))
                .findFirst();
    }
}
