package dev.fermata.world;

import dev.fermata.account.Accounts;
import dev.fermata.account.RateLimits;
import dev.fermata.job.Jobs;

/**
 * What one vendor keeps in one world.
 *
 * @param accounts its customers
 * @param jobs their jobs
 * @param limitsByAddress the rate limits of callers that are nobody's
 */
public record Vendor(Accounts accounts, Jobs jobs, RateLimits limitsByAddress) {
    /** How a vendor treats its customers and their jobs. */
    public record Rules(Accounts.Rules accounts, Jobs.Rules jobs) {}
}
