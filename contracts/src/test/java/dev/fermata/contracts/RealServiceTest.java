package dev.fermata.contracts;

import au.com.dius.pact.core.model.Interaction;
import dev.fermata.contracts.example.Vendor;
import dev.fermata.contracts.real.Allowance;
import dev.fermata.contracts.real.RealService;
import dev.fermata.contracts.real.RealStates;
import dev.fermata.contracts.real.SafeInteractions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The real services match the pacts, as far as it is safe to try. {@code FERMATA_FLAT_TOKEN} and {@code
 * FERMATA_SCOREFLOW_KEY} give access; without them, all is skipped. No credits are spent, unless {@code
 * FERMATA_REAL_PAGES} allows a number of pages.
 */
class RealServiceTest extends ProviderContract {
    private final Map<Vendor, RealService> services = new EnumMap<>(Vendor.class);
    private final Map<Vendor, RealStates> states = new EnumMap<>(Vendor.class);
    private final Allowance pages = new Allowance(pagesAllowed());

    /** The services that the environment gives access to. */
    Map<Vendor, RealService> services() {
        Map<Vendor, RealService> open = new EnumMap<>(Vendor.class);
        environment("FERMATA_FLAT_TOKEN")
                .ifPresent(token -> open.put(Vendor.FLAT, new RealService(URI.create("https://api.flat.io"), token)));
        environment("FERMATA_SCOREFLOW_KEY")
                .ifPresent(
                        key -> open.put(Vendor.SCOREFLOW, new RealService(URI.create("https://scoreflow.app"), key)));
        return open;
    }

    int pagesAllowed() {
        return environment("FERMATA_REAL_PAGES").map(Integer::valueOf).orElse(0);
    }

    @BeforeAll
    void begin() throws IOException {
        services.putAll(services());
        for (var service : services.entrySet()) {
            states.put(service.getKey(), new RealStates(service.getValue(), pages));
        }
    }

    @AfterAll
    void cleanUp() {
        states.values().forEach(RealStates::close);
    }

    @Override
    Optional<String> reasonToSkip() {
        return services.isEmpty()
                ? Optional.of(
                        "the real services are not tried: neither FERMATA_FLAT_TOKEN nor FERMATA_SCOREFLOW_KEY is set")
                : Optional.empty();
    }

    /** The pacts of one client suffice: clients differ in requests, not in answers. */
    @Override
    List<PactFile> pacts() {
        List<PactFile> one = new ArrayList<>();
        services.keySet()
                .forEach(vendor -> PactFile.all().stream()
                        .filter(file -> file.provider() == vendor)
                        .findFirst()
                        .ifPresent(one::add));
        return one;
    }

    @Override
    Provider provider(Vendor vendor) {
        RealService service = Optional.ofNullable(services.get(vendor)).orElseThrow();
        return new Provider(
                service.root(), Optional.ofNullable(states.get(vendor)).map(RealStates::url));
    }

    @Override
    boolean isSafe(Interaction interaction) {
        return SafeInteractions.contain(interaction, pages);
    }

    @Override
    String tellable(String fault) {
        String told = fault;
        for (RealService service : services.values()) {
            told = service.redacted(told);
        }
        return told;
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
