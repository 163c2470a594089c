package dev.fermata.snapshot;

import dev.fermata.account.Account;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.account.RateLimits;
import dev.fermata.account.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An {@link Account}, its ledger and its limits. Its token is in none of it. */
record AccountCopy(
        String id,
        String name,
        Plan plan,
        Optional<String> locale,
        Instant openedAt,
        Scope scope,
        CreditLedger.State credits,
        Map<String, RateLimit.State> limits) {
    static AccountCopy of(Account account, Instant now) {
        return new AccountCopy(
                account.id(),
                account.name(),
                account.plan(),
                account.locale(),
                account.openedAt(),
                account.scope(),
                account.credits().state(now),
                account.limits().state());
    }

    Account account() {
        RateLimits used = new RateLimits();
        used.add(limits);
        return new Account(id, name, plan, locale, openedAt, scope, new CreditLedger(credits), used);
    }
}
