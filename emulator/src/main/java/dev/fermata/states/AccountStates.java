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

/** What is so of an account, and of its vendor. */
final class AccountStates {
    static final String USUAL = "an account";

    /** By these names the vendors count their requests; one that begins before them with less is what they find. */
    private static final List<String> FLAT_LIMITS = List.of("requests");

    private static final List<String> SCOREFLOW_LIMITS = List.of("submissions", "polls");
    private static final RateLimit.Rule ONE_AN_HOUR = new RateLimit.Rule(1, Duration.ofHours(1));

    private AccountStates() {}

    static List<ProviderState> all() {
        return List.of(
                ProviderState.of(
                        USUAL, "An account with each vendor, and nothing in it", state -> state.seed(Seed.NOTHING)),
                ProviderState.of(
                        "an account without room for another score",
                        "An account with as many scores as the plan free has room for",
                        AccountStates::fill),
                ProviderState.of(
                        "the rate limit is used up",
                        "The account has made all its requests of this hour",
                        AccountStates::useUp),
                ProviderState.of(
                                "a scenario",
                                "A scenario of the catalogue is played: what goes wrong on demand, such as any error",
                                AccountStates::play)
                        .with(Parameter.free("name", "of the scenario, as `error-503`")));
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
                .orElseThrow(() -> new IllegalArgumentException("a scenario needs its name, in params"));
        state.world().scenarios().play(Catalogue.named(name));
    }
}
