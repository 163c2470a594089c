package dev.fermata.scenario;

import dev.fermata.account.Account;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario may know of a request.
 *
 * @param vendor {@code flat} or {@code scoreflow}
 * @param operations the vendor's names of what is asked for; several when a job could have been started by either
 * @param account who asks; empty for nobody
 * @param named the scenario that the request asks for by its name
 */
public record Request(String vendor, Set<String> operations, Optional<Account> account, Optional<String> named) {
    /** Flat, as a {@link #vendor}. */
    public static final String FLAT = "flat";

    /** ScoreFlow, as a {@link #vendor}. */
    public static final String SCOREFLOW = "scoreflow";

    /** A request by an account, or by nobody. */
    public static Request of(
            String vendor, Optional<String> operation, Optional<Account> account, Optional<String> named) {
        return new Request(vendor, operation.map(Set::of).orElse(Set.of()), account, named);
    }

    /** Whether the account that asks can be called so. */
    boolean isBy(String idOrName) {
        return account.filter(one -> one.isCalled(idOrName)).isPresent();
    }
}
