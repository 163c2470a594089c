package dev.fermata.states;

import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.scenario.Catalogue;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedScore;
import dev.fermata.states.ProviderState.Parameter;
import dev.fermata.vendor.VendorName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** States of the account and its vendor. */
final class AccountStates {
    static final String USUAL = "an account";

    /** The rate limits of the vendors, by name; the state takes all their requests in advance. */
    private static final List<String> FLAT_LIMITS = List.of("requests");

    private static final List<String> SCOREFLOW_LIMITS = List.of("submissions", "polls");
    private static final RateLimit.Rule ONE_AN_HOUR = new RateLimit.Rule(1, Duration.ofHours(1));

    private AccountStates() {}

    static List<ProviderState> all() {
        return List.of(
                ProviderState.of(
                        USUAL, "An account with each vendor, without contents", state -> state.seed(Seed.NOTHING)),
                ProviderState.of(
                        "an account without room for another score",
                        "An account with as many scores as the plan free allows",
                        AccountStates::fill),
                ProviderState.of(
                        "the rate limit is used up",
                        "The account has used all its requests of this hour",
                        AccountStates::useUp),
                ProviderState.of(
                                "a scenario",
                                "A scenario of the catalogue is active: a failure on demand, such as any error",
                                AccountStates::play)
                        .with(Parameter.free("name", "the name of the scenario, such as `error-503`")));
    }

    private static void fill(StateBuilder state) throws IOException {
        Seed seed = Seed.NOTHING;
        for (int i = 0; i < Plan.FREE.mostScores(); i++) {
            seed = seed.with(SeedScore.of(StateBuilder.MUSICIAN));
        }
        state.seed(seed, Plan.FREE);
    }

    private static void useUp(StateBuilder state) throws IOException {
        state.seed(Seed.NOTHING);
        FLAT_LIMITS.forEach(name -> useUp(state, VendorName.FLAT, name));
        SCOREFLOW_LIMITS.forEach(name -> useUp(state, VendorName.SCOREFLOW, name));
    }

    private static void useUp(StateBuilder state, VendorName vendor, String limit) {
        state.world()
                .vendor(vendor)
                .accounts()
                .limits(state.musician(vendor).id())
                .of(limit, ONE_AN_HOUR)
                .take(state.now());
    }

    private static void play(StateBuilder state) throws IOException {
        state.seed(Seed.NOTHING);
        String name = state.request()
                .given("name")
                .orElseThrow(() -> new IllegalArgumentException("params must have the scenario's name"));
        state.world().scenarios().play(Catalogue.named(name));
    }
}
