package dev.fermata.contracts;

import dev.fermata.Fermata;
import dev.fermata.contracts.example.Vendor;
import java.io.IOException;
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
    void stop() throws IOException {
        fermata.close();
        Tally.note("verifications", verified(), "interactions were verified against the emulator");
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
