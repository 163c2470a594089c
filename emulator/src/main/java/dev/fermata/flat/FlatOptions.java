package dev.fermata.flat;

import dev.fermata.account.RateLimit;
import dev.fermata.fidelity.Assumed;
import dev.fermata.fidelity.Documented;
import dev.fermata.job.Tariff;
import java.time.Duration;

/**
 * Flat's own numbers.
 *
 * @param requests how many requests a token may make
 * @param requestsByAddress how many an address may make without one
 * @param mostFileBytes how large an imported file may be
 */
public record FlatOptions(RateLimit.Rule requests, RateLimit.Rule requestsByAddress, long mostFileBytes) {
    /** What a recognition costs. */
    @Assumed(
            behaviour = "A recognition costs one credit a page",
            reason = "the vendor bills by page and names no price")
    public static final Tariff TARIFF = new Tariff(1, 1);

    /** How large a request may be that holds the largest file in Base64. */
    public long mostRequestBytes() {
        return mostFileBytes / 3 * 4 + (1 << 20);
    }

    /** The limits that Flat publishes, and a file size of 50 MB. */
    @Documented(
            behaviour = "7,200 requests an hour with a token, 1,800 an hour and address without",
            source = "API Rate Limits")
    @Assumed(
            behaviour = "A window begins with the first request after the last one ended",
            reason = "the vendor says that windows reset, not when they begin")
    @Assumed(
            behaviour = "An imported file may have 50 MB; a larger one is answered 413",
            reason = "the vendor names no limit, and every server has one")
    public static FlatOptions defaults() {
        Duration hour = Duration.ofHours(1);
        return new FlatOptions(new RateLimit.Rule(7_200, hour), new RateLimit.Rule(1_800, hour), 50L << 20);
    }

    /** The same with another limit for tokens. */
    public FlatOptions withRequests(RateLimit.Rule rule) {
        return new FlatOptions(rule, requestsByAddress, mostFileBytes);
    }

    /** The same with another limit for addresses. */
    public FlatOptions withRequestsByAddress(RateLimit.Rule rule) {
        return new FlatOptions(requests, rule, mostFileBytes);
    }
}
