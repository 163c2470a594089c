package dev.fermata.seed;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.vendor.VendorName;
import java.util.Optional;

/**
 * An account that is there from the start. What is not said of it is as of every new account.
 *
 * @param vendor whose it is
 * @param name what it is called in the seed, and in its token {@code fermata_<world>_<name>}
 * @param token another token that opens it, where it has one; of a token the world of which is another, no use
 * @param credits what it has
 * @param plan what it has subscribed to; ScoreFlow has no plans
 */
public record SeedAccount(
        VendorName vendor, String name, Optional<String> token, Optional<Integer> credits, Optional<Plan> plan) {
    /** Throws {@link IllegalArgumentException} for credits that no account can have. */
    public SeedAccount {
        if (credits.filter(number -> number < 0 || number > CreditLedger.MOST).isPresent()) {
            throw new IllegalArgumentException("credits are from 0 to " + CreditLedger.MOST + ", not " + credits.get());
        }
    }

    /** One of Flat's. */
    public static SeedAccount flat(String name) {
        return new SeedAccount(VendorName.FLAT, name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One of ScoreFlow's. */
    public static SeedAccount scoreFlow(String name) {
        return new SeedAccount(VendorName.SCOREFLOW, name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with so many credits, 0 or more. */
    public SeedAccount credits(int number) {
        return new SeedAccount(vendor, name, token, Optional.of(number), plan);
    }

    /** The same with a plan. */
    public SeedAccount plan(Plan other) {
        return new SeedAccount(vendor, name, token, credits, Optional.of(other));
    }

    /** The same behind no other token than its own. */
    SeedAccount withoutToken() {
        return new SeedAccount(vendor, name, Optional.empty(), credits, plan);
    }

    /** The same behind a token that a client has already, in the default world. */
    public SeedAccount token(String text) {
        return new SeedAccount(vendor, name, Optional.of(text), credits, plan);
    }
}
