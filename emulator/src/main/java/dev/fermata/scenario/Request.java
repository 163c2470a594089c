package dev.fermata.scenario;

import dev.fermata.account.Account;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a request that scenarios can use.
 *
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operations the vendor's operation names; several if different operations can start the job
 * @param account the account that sends it; empty if unknown
 * @param named the scenario that the request names
 */
public record Request(String vendor, Set<String> operations, Optional<Account> account, Optional<String> named) {
    /** Flat, as a {@link #vendor}. */
    public static final String FLAT = "flat";

    /** ScoreFlow, as a {@link #vendor}. */
    public static final String SCOREFLOW = "scoreflow";

    /** A request by an account, or by an unknown client. */
    public static Request of(
            String vendor, Optional<String> operation, Optional<Account> account, Optional<String> named) {
        return new Request(vendor, operation.map(Set::of).orElse(Set.of()), account, named);
    }

    /** Whether the account has this id or name. */
    boolean isBy(String idOrName) {
        return account.filter(one -> one.isCalled(idOrName)).isPresent();
    }
}
