package dev.fermata.contracts;

import dev.fermata.Fermata;
import dev.fermata.contracts.example.Vendor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The emulator matches every pact. */
class EmulatorProviderTest extends ProviderContract {
    private Fermata fermata;

    @BeforeAll
    void start() {
        fermata = Fermata.start();
    }

    @AfterAll
    void stop() {
        fermata.close();
    }

    @Override
    List<PactFile> pacts() {
        return PactFile.all();
    }

    @Override
    Provider provider(Vendor vendor) {
        return Provider.emulatorAt(fermata.url());
    }
}
