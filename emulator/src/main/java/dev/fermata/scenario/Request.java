package dev.fermata.scenario;

import dev.fermata.account.Account;
import dev.fermata.vendor.VendorName;
import java.util.Optional;
import java.util.Set;

/**
 * What a scenario may know of a request.
 *
 * @param vendor the vendor that it is sent to
 * @param operations the vendor's names of what is asked for; several when a job could have been started by either
 * @param account who asks; empty for nobody
 * @param named the scenario that the request asks for by its name
 */
public record Request(VendorName vendor, Set<String> operations, Optional<Account> account, Optional<String> named) {
    /** A request by an account, or by nobody. */
    public static Request of(
            VendorName vendor, Optional<String> operation, Optional<Account> account, Optional<String> named) {
        return new Request(vendor, operation.map(Set::of).orElse(Set.of()), account, named);
    }

    /** Whether the account that asks can be called so. */
    boolean isBy(String idOrName) {
        return account.filter(one -> one.isCalled(idOrName)).isPresent();
    }
}
