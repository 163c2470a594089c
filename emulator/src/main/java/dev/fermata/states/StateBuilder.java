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

/** A state under construction: its world, the request, and the returned values. */
final class StateBuilder {
    /** The owner of the returned token. */
    static final String MUSICIAN = "musician";

    /** Another account. */
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

    /** Seeds the world, once. The musician has the plan of the request, or else {@code usual}. */
    Seeded seed(Seed seed, Plan usual) throws IOException {
        Plan plan = request.given("plan").flatMap(Plan::labelled).orElse(usual);
        return seed.with(SeedAccount.flat(MUSICIAN).plan(plan)).plantIn(world, flat);
    }

    Seeded seed(Seed seed) throws IOException {
        return seed(seed, Plan.PREMIUM);
    }

    /** The musician's account at a vendor. */
    Account musician(VendorName vendor) {
        return account(vendor, MUSICIAN);
    }

    /** The account with this name at a vendor; created if necessary. */
    Account account(VendorName vendor, String name) {
        Identity identity = world.vendor(vendor).accounts().identify(Token.of(token(name)), now());
        return identity.owner()
                .orElseThrow(() -> new IllegalArgumentException(
                        "this server accepts only configured tokens, but a state needs its own token"));
    }

    /** The job of a submission, which must have been accepted. */
    static Job accepted(Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            return accepted.job();
        }
        throw new IllegalArgumentException("the job is refused: " + submission);
    }

    /** Returns {@code value} under {@code name}. */
    void give(String name, String value) {
        values.put(name, value);
    }

    /** All returned values, after the state is created. */
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
