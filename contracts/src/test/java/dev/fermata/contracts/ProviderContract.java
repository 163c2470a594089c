package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import dev.fermata.contracts.example.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A provider matches every pact: the emulator, or the real service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProviderContract {
    private int verified;

    /** The pacts to verify. */
    abstract List<PactFile> pacts();

    /** The address of a vendor's API. */
    abstract Provider provider(Vendor vendor);

    /** Whether an interaction may be tried on it. */
    boolean isSafe(Interaction interaction) {
        return true;
    }

    /** The part of a fault that may be shown. */
    String tellable(String fault) {
        return fault;
    }

    /** The reason if it is not tried. */
    Optional<String> reasonToSkip() {
        return Optional.empty();
    }

    @TestFactory
    Stream<DynamicNode> isAsThePactsSay() {
        Optional<String> reason = reasonToSkip();
        if (reason.isPresent()) {
            return Stream.of(dynamicTest(reason.get(), () -> assumeTrue(false, reason.get())));
        }
        return pacts().stream().map(file -> {
            var path = PactFile.FOLDER.resolve(file.name());
            Pact pact = DefaultPactReader.INSTANCE.loadPact(path.toFile());
            Verification verification = new Verification(provider(file.provider()));
            return dynamicContainer(
                    file.name(),
                    pact.getInteractions().stream()
                            .filter(this::isSafe)
                            .map(interaction -> dynamicTest(
                                    interaction.getDescription(), () -> verify(verification, pact, interaction))));
        });
    }

    private void verify(Verification verification, Pact pact, Interaction interaction) {
        List<String> faults = verification.faultsOf(pact, interaction);
        assertEquals(List.of(), faults.stream().map(this::tellable).toList());
        verified++;
    }

    /** The number of interactions that matched. */
    int verified() {
        return verified;
    }
}
