package dev.fermata.seed;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.vendor.VendorName;
import java.util.Optional;

/**
 * An account of a seed. Absent values are those of a new account.
 *
 * @param vendor the vendor
 * @param name its name in the seed, and in its token {@code fermata_<world>_<name>}
 * @param token an additional token, if any; a token of another world does not work
 * @param credits its balance
 * @param plan its plan; ScoreFlow has no plans
 */
public record SeedAccount(
        VendorName vendor, String name, Optional<String> token, Optional<Integer> credits, Optional<Plan> plan) {
    /** Throws {@link IllegalArgumentException} for credits out of range. */
    public SeedAccount {
        if (credits.filter(number -> number < 0 || number > CreditLedger.MOST).isPresent()) {
            throw new IllegalArgumentException(
                    "credits must be from 0 to " + CreditLedger.MOST + ", was " + credits.get());
        }
    }

    /** An account at Flat. */
    public static SeedAccount flat(String name) {
        return new SeedAccount(VendorName.FLAT, name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An account at ScoreFlow. */
    public static SeedAccount scoreFlow(String name) {
        return new SeedAccount(VendorName.SCOREFLOW, name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A copy with this balance, at least 0. */
    public SeedAccount credits(int number) {
        return new SeedAccount(vendor, name, token, Optional.of(number), plan);
    }

    /** A copy with this plan. */
    public SeedAccount plan(Plan other) {
        return new SeedAccount(vendor, name, token, credits, Optional.of(other));
    }

    /** A copy without an additional token. */
    SeedAccount withoutToken() {
        return new SeedAccount(vendor, name, Optional.empty(), credits, plan);
    }

    /** A copy with an additional token, which a client already uses, in the default world. */
    public SeedAccount token(String text) {
        return new SeedAccount(vendor, name, Optional.of(text), credits, plan);
    }
}
