package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import dev.fermata.Fermata;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The emulator is as every pact says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmulatorProviderTest {
    private Fermata fermata;

    @BeforeAll
    void start() {
        fermata = Fermata.start();
    }

    @AfterAll
    void stop() {
        fermata.close();
    }

    @TestFactory
    Stream<DynamicNode> isAsThePactsSay() {
        Verification verification = new Verification(Provider.emulatorAt(fermata.url()));
        return PactFile.all().stream().map(file -> {
            Pact pact = DefaultPactReader.INSTANCE.loadPact(
                    PactFile.FOLDER.resolve(file.name()).toFile());
            return dynamicContainer(
                    file.name(),
                    pact.getInteractions().stream()
                            .map(interaction -> dynamicTest(
                                    interaction.getDescription(),
                                    () -> assertEquals(List.of(), verification.faultsOf(pact, interaction)))));
        });
    }
}
