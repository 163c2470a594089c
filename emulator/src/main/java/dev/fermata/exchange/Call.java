package dev.fermata.exchange;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts.Identity;
import dev.fermata.account.RateLimit;
import dev.fermata.account.RateLimits;
import dev.fermata.document.Upload;
import dev.fermata.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * One request that has found its world.
 *
 * @param ctx the request
 * @param world the world it is in
 * @param identity the owner of its token
 * @param caller the account that calls, as a scenario lets it appear; empty without a valid token
 * @param exchange what the journal will say of it
 * @param scenario what happens to it instead of the usual
 * @param now when it came
 */
public record Call(
        Context ctx,
        World world,
        Identity identity,
        Optional<Account> caller,
        Exchange exchange,
        ScenarioPlayer scenario,
        Instant now) {
    /** Takes this request from a rate limit of its account, or from the limit that a scenario puts in its place. */
    public RateLimit.Taken take(Account account, String limit, RateLimit.Rule rule) {
        return scenario.limit(account, now)
                .orElseGet(() -> limits(account).of(limit, rule))
                .take(now);
    }

    /** The rate limits of an account at the vendor that is called. */
    public RateLimits limits(Account account) {
        return exchange.accounts().limits(account.id());
    }

    /**
     * Says that a document has come with this request, which scenarios may be waiting for.
     *
     * @throws Refused if one answers the request in place of the vendor
     */
    public void received(Upload document, String fileName) throws IOException {
        scenario.received(document, fileName).ifPresent(reply -> {
            throw new Refused(reply);
        });
    }
}
