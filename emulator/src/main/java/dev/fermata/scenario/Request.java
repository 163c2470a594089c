package dev.fermata.scenario;

import dev.fermata.account.Account;
import dev.fermata.vendor.VendorName;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a request that scenarios can use.
 *
 * @param vendor the vendor that it is sent to
 * @param operations the vendor's operation names; several if different operations can start the job
 * @param account the account that sends it; empty if unknown
 * @param named the scenario that the request names
 */
public record Request(VendorName vendor, Set<String> operations, Optional<Account> account, Optional<String> named) {
    /** A request by an account, or by an unknown client. */
    public static Request of(
            VendorName vendor, Optional<String> operation, Optional<Account> account, Optional<String> named) {
        return new Request(vendor, operation.map(Set::of).orElse(Set.of()), account, named);
    }

    /** Whether the account has this id or name. */
    boolean isBy(String idOrName) {
        return account.filter(one -> one.isCalled(idOrName)).isPresent();
    }
}
