package dev.fermata.fidelity;

import dev.fermata.fidelity.PublishedApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is emulated of what is published, and where each behaviour comes from, as the annotations on the code say. */
public final class SupportTable {
    /**
     * A published operation.
     *
     * @param fidelity where it comes from, if it is emulated
     */
    public record Line(String vendor, Operation operation, Optional<Fidelity> fidelity) {}

    /**
     * A behaviour.
     *
     * @param vendor empty where it is no single vendor's
     */
    public record Behaviour(String vendor, Fidelity fidelity) {}

    private final List<Line> operations = new ArrayList<>();
    private final List<Behaviour> behaviours = new ArrayList<>();

    /** Reads what the classes of these apis say of themselves. */
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

    /** All that is published, vendor by vendor in its own order. */
    public List<Line> operations() {
        return List.copyOf(operations);
    }

    /** All that is said of behaviours, vendor by vendor. */
    public List<Behaviour> behaviours() {
        return List.copyOf(behaviours);
    }

    private static Optional<Fidelity> of(Operation operation, List<Fidelity> said) {
        return said.stream()
                .filter(fidelity -> fidelity.isOperation() && fidelity.member().equals(operation.id()))
                .findFirst();
    }
}
