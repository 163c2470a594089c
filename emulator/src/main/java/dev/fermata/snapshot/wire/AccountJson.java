package dev.fermata.snapshot.wire;

import dev.fermata.account.Account;
import dev.fermata.account.Accounts;
import dev.fermata.account.CreditLedger;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An account, its ledger and its limits. Its token is in none of it. */
public record AccountJson(
        String id,
        String name,
        Plan plan,
        Optional<String> locale,
        Instant openedAt,
        CreditLedger.State credits,
        Map<String, RateLimit.State> limits) {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(CreditLedger.State.class, LedgerJson.class, LedgerJson::of, LedgerJson::value),
                new Spelling<>(CreditLedger.Entry.class, EntryJson.class, EntryJson::of, EntryJson::value),
                new Spelling<>(CreditLedger.Charged.class, ChargedJson.class, ChargedJson::of, ChargedJson::value),
                new Spelling<>(RateLimit.State.class, LimitJson.class, LimitJson::of, LimitJson::value),
                new Spelling<>(RateLimit.Rule.class, RuleJson.class, RuleJson::of, RuleJson::value));
    }

    static AccountJson of(Accounts accounts, Account account, Instant now) {
        return new AccountJson(
                account.id(),
                account.name(),
                account.plan(),
                account.locale(),
                account.openedAt(),
                accounts.ledger(account.id()).state(now),
                accounts.limits(account.id()).state());
    }

    void restoreInto(Accounts accounts) {
        accounts.restore(new Account(id, name, plan, locale, openedAt), credits, limits);
    }

    record LedgerJson(
            int allowance,
            Instant opened,
            List<CreditLedger.Entry> entries,
            int month,
            Map<String, CreditLedger.Charged> charges) {
        static LedgerJson of(CreditLedger.State ledger) {
            return new LedgerJson(
                    ledger.allowance(), ledger.opened(), ledger.entries(), ledger.month(), ledger.charges());
        }

        CreditLedger.State value() {
            return new CreditLedger.State(allowance, opened, entries, month, charges);
        }
    }

    record EntryJson(Instant at, int amount, CreditLedger.Pool pool, CreditLedger.Reason reason, String job) {
        static EntryJson of(CreditLedger.Entry entry) {
            return new EntryJson(entry.at(), entry.amount(), entry.pool(), entry.reason(), entry.job());
        }

        CreditLedger.Entry value() {
            return new CreditLedger.Entry(at, amount, pool, reason, job);
        }
    }

    record ChargedJson(int fromAllowance, int fromPurchase, int month) {
        static ChargedJson of(CreditLedger.Charged charged) {
            return new ChargedJson(charged.fromAllowance(), charged.fromPurchase(), charged.month());
        }

        CreditLedger.Charged value() {
            return new CreditLedger.Charged(fromAllowance, fromPurchase, month);
        }
    }

    record LimitJson(RateLimit.Rule rule, Instant resetAt, long remaining) {
        static LimitJson of(RateLimit.State limit) {
            return new LimitJson(limit.rule(), limit.resetAt(), limit.remaining());
        }

        RateLimit.State value() {
            return new RateLimit.State(rule, resetAt, remaining);
        }
    }

    record RuleJson(int requests, Duration window) {
        static RuleJson of(RateLimit.Rule rule) {
            return new RuleJson(rule.requests(), rule.window());
        }

        RateLimit.Rule value() {
            return new RateLimit.Rule(requests, window);
        }
    }
}
