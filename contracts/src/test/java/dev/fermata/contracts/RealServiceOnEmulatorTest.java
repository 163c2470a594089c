package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.Fermata;
import dev.fermata.FermataOptions;
import dev.fermata.account.Account;
import dev.fermata.contracts.example.Example;
import dev.fermata.contracts.example.Vendor;
import dev.fermata.contracts.flat.FlatExamples;
import dev.fermata.contracts.real.Allowance;
import dev.fermata.contracts.real.RealService;
import dev.fermata.contracts.real.SafeInteractions;
import dev.fermata.job.script.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The tests of the real services, run on the emulator without any of Fermata's own endpoints. */
class RealServiceOnEmulatorTest extends RealServiceTest {
    private static final String TOKEN = "a-token-of-the-vendor's";

    private final Fermata fermata =
            Fermata.start(FermataOptions.builder().pace(Pace.INSTANT).build());

    @Override
    Map<Vendor, RealService> services() {
        RealService service = new RealService(fermata.url(), TOKEN);
        return Map.of(Vendor.FLAT, service, Vendor.SCOREFLOW, service);
    }

    @Override
    int pagesAllowed() {
        return 20;
    }

    @AfterAll
    void leavesNothing() {
        try (fermata) {
            Instant now = fermata.clock().instant();
            for (Account account : fermata.world().flat().accounts().all()) {
                assertEquals(List.of(), fermata.world().library().scoresOf(account.id(), now));
                assertEquals(List.of(), fermata.world().collections().of(account.id()));
            }
        }
    }

    @Test
    void neverShowsTheToken() {
        assertEquals("Bearer <token> was refused", tellable("Bearer " + TOKEN + " was refused"));
    }

    @Test
    void spendsNothingAndMakesNothingUnlessItMay() {
        Allowance none = new Allowance(0);
        for (Example example : FlatExamples.all()) {
            boolean isSafe = SafeInteractions.contain(example.interaction(), none);
            boolean makes = example.status() < 300
                    && Set.of("POST", "PUT").contains(example.request().getMethod());
            boolean spends = example.interaction().getProviderStates().stream()
                    .anyMatch(state -> state.getName().contains("job"));
            assertFalse(isSafe && (makes || spends), example.description());
        }
    }
}
