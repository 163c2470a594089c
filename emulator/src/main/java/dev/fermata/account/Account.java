package dev.fermata.account;

import java.time.Instant;
import java.util.Optional;

/**
 * One customer of one vendor in one world.
 *
 * @param id 24 hex digits, the same for the same token
 * @param name what the token calls it
 * @param plan what it has subscribed to
 * @param locale the language it has chosen, as a BCP 47 tag; empty where it has not
 * @param openedAt when its token was first seen
 * @param scope what its token may be used for
 * @param credits its ledger
 * @param limits its rate limits
 */
public record Account(
        String id,
        String name,
        Plan plan,
        Optional<String> locale,
        Instant openedAt,
        Scope scope,
        CreditLedger credits,
        RateLimits limits) {
    /** Whether this is its id, or its name. */
    public boolean isCalled(String idOrName) {
        return idOrName.equals(id) || (!name.isEmpty() && idOrName.equals(name));
    }

    /** The same, subscribed to something else. */
    public Account withPlan(Plan other) {
        return new Account(id, name, other, locale, openedAt, scope, credits, limits);
    }
}
