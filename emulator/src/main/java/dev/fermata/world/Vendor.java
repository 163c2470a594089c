package dev.fermata.world;

import dev.fermata.account.Accounts;
import dev.fermata.account.RateLimits;
import dev.fermata.job.Jobs;
import dev.fermata.job.order.Order;
import java.util.Set;
import java.util.function.Function;

/**
 * What one vendor keeps in one world.
 *
 * @param accounts its customers
 * @param jobs their jobs
 * @param limitsByAddress the rate limits of callers that are nobody's
 */
public record Vendor(Accounts accounts, Jobs jobs, RateLimits limitsByAddress) {
    /**
     * How a vendor treats its customers and their jobs.
     *
     * @param operations the vendor's operations that start a job of a kind
     */
    public record Rules(Accounts.Rules accounts, Jobs.Rules jobs, Function<Order.Kind, Set<String>> operations) {}
}
