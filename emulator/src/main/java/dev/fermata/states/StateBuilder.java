package dev.fermata.states;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.Plan;
import dev.fermata.account.Token;
import dev.fermata.flat.FlatOptions;
import dev.fermata.job.Job;
import dev.fermata.job.Submission;
import dev.fermata.seed.Seed;
import dev.fermata.seed.SeedAccount;
import dev.fermata.seed.Seeded;
import dev.fermata.vendor.VendorName;
import dev.fermata.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A state in the making: its world, what is request of it, and what it will answer. */
final class StateBuilder {
    /** Whose token the state answers. */
    static final String MUSICIAN = "musician";

    /** Somebody else. */
    static final String STRANGER = "stranger";

    private final World world;
    private final FlatOptions flat;
    private final StateRequest request;
    private final Map<String, String> values = new LinkedHashMap<>();

    StateBuilder(World world, FlatOptions flat, StateRequest request) {
        this.world = world;
        this.flat = flat;
        this.request = request;
    }

    World world() {
        return world;
    }

    FlatOptions flat() {
        return flat;
    }

    StateRequest request() {
        return request;
    }

    Instant now() {
        return world.clock().instant();
    }

    /** Puts this into the world, once, with the musician on the plan that is request, or else on this one. */
    Seeded seed(Seed seed, Plan usual) throws IOException {
        Plan plan = request.given("plan").flatMap(Plan::labelled).orElse(usual);
        return seed.with(SeedAccount.flat(MUSICIAN).plan(plan)).plantIn(world, flat);
    }

    Seeded seed(Seed seed) throws IOException {
        return seed(seed, Plan.PREMIUM);
    }

    /** The musician's account with a vendor. */
    Account musician(VendorName vendor) {
        return account(vendor, MUSICIAN);
    }

    /** Whoever has this name with a vendor; made if there is none. */
    Account account(VendorName vendor, String name) {
        Identity identity = world.vendor(vendor).accounts().identify(Token.of(token(name)), now());
        return identity.owner()
                .orElseThrow(() -> new IllegalArgumentException(
                        "this server takes only the tokens that it was told; a state has one of its own"));
    }

    /** The job of an order, if it was taken in. */
    static Job accepted(Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            return accepted.job();
        }
        throw new IllegalArgumentException("the job is not taken in: " + submission);
    }

    /** Answers this by that name. */
    void give(String name, String value) {
        values.put(name, value);
    }

    /** All that the state answers, once it is made. */
    Map<String, String> values() {
        Optional<Integer> credits = request.number("credits");
        for (VendorName vendor : VendorName.values()) {
            Account account = musician(vendor);
            credits.ifPresent(number ->
                    world.vendor(vendor).accounts().ledger(account.id()).set(number, now()));
        }
        give("token", token(MUSICIAN));
        give("world", world.name());
        give("account", MUSICIAN);
        give("user", musician(VendorName.FLAT).id());
        return values;
    }

    private String token(String account) {
        return Token.textOf(world.name(), account);
    }
}
