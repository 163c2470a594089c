package dev.fermata.account;

import dev.fermata.account.CreditLedger.Charged;
import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Pool;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.table.Due;
import dev.fermata.table.Table;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ledgers of all accounts of one vendor, as rows. Settling one costs in proportion to what is due: reversals whose
 * time has come, and months that have begun.
 */
final class Ledgers {
    /**
     * What is left of an account's credits.
     *
     * @param allowance the grant of each month
     * @param month how many months have ended
     * @param leftOfAllowance the credits left in that pool
     * @param leftOfPurchase the credits left in that pool
     */
    private record Balance(
            String account, int allowance, Instant opened, int month, int leftOfAllowance, int leftOfPurchase) {
        /** Counted from the first day, so that the 31st is followed by the 28th and then by the 31st again. */
        Instant nextMonth() {
            return opened.atZone(ZoneOffset.UTC).plusMonths(month + 1L).toInstant();
        }

        int of(Pool pool) {
            return pool == Pool.ALLOWANCE ? leftOfAllowance : leftOfPurchase;
        }

        int sum() {
            return Math.addExact(leftOfAllowance, leftOfPurchase);
        }

        Balance plus(int amount, Pool pool) {
            return pool == Pool.ALLOWANCE
                    ? new Balance(
                            account, allowance, opened, month, Math.addExact(leftOfAllowance, amount), leftOfPurchase)
                    : new Balance(
                            account, allowance, opened, month, leftOfAllowance, Math.addExact(leftOfPurchase, amount));
        }

        Balance monthLater() {
            return new Balance(account, allowance, opened, month + 1, leftOfAllowance, leftOfPurchase);
        }
    }

    /** An entry of an account, with its place among those of the account. */
    private record Line(String account, int number, Entry entry) {
        String id() {
            return account + "/" + number;
        }
    }

    /** A charge that may still be given back, and when that is due as far as is known. */
    private record OpenCharge(String job, String account, Charged charged, Optional<Instant> reversalAt) {}

    private final Tables tables;
    private final Table<Balance> balances;
    private final Table<Line> lines;
    private final Table<OpenCharge> charges;
    private final Due<OpenCharge> reversals;

    Ledgers(Tables tables, String vendor) {
        this.tables = tables;
        this.balances = tables.add(vendor + " balances", Balance::account, Balance::account);
        this.lines = tables.add(vendor + " ledger entries", Line::id, Line::account);
        this.charges = tables.add(vendor + " charges", OpenCharge::job, OpenCharge::account);
        this.reversals = charges.due(OpenCharge::reversalAt);
    }

    /** Opens the ledger of an account with its first allowance and a purchase, each from 0 to {@link CreditLedger#MOST}. */
    void open(String account, int allowance, int purchased, Instant now) {
        CreditLedger.requireInRange("allowance", allowance);
        CreditLedger.requireInRange("credits", purchased);
        balances.insert(new Balance(account, allowance, now, 0, 0, 0));
        enter(account, now, allowance, Pool.ALLOWANCE, Reason.GRANT, "");
        enter(account, now, purchased, Pool.PURCHASE, Reason.GRANT, "");
    }

    /**
     * Restores a ledger.
     *
     * @throws IllegalArgumentException if a balance would be negative
     */
    void restore(String account, CreditLedger.State state) {
        balances.insert(new Balance(account, state.allowance(), state.opened(), state.month(), 0, 0));
        state.entries().forEach(entry -> enter(account, entry));
        Balance balance = of(account);
        if (balance.leftOfAllowance() < 0 || balance.leftOfPurchase() < 0) {
            throw new IllegalArgumentException("the entries of a ledger add up to less than nothing");
        }
        state.charges()
                .forEach((job, charged) -> charges.insert(new OpenCharge(job, account, charged, Optional.empty())));
    }

    /** Enters what has happened by {@code now}, then does something; both are one change. */
    <T> T settled(String account, Instant now, Supplier<T> work) {
        return tables.change(() -> {
            settle(account, now);
            return work.get();
        });
    }

    CreditLedger.State state(String account) {
        Balance balance = of(account);
        Map<String, Charged> open = new HashMap<>();
        charges.of(account).forEach(charge -> open.put(charge.job(), charge.charged()));
        return new CreditLedger.State(balance.allowance(), balance.opened(), entries(account), balance.month(), open);
    }

    int sum(String account) {
        return of(account).sum();
    }

    List<Entry> entries(String account) {
        return lines.of(account).stream().map(Line::entry).toList();
    }

    void scheduleReversal(String job, Optional<Instant> at) {
        tables.change(() -> charges.update(job, charge -> new OpenCharge(job, charge.account(), charge.charged(), at)));
    }

    /** Charges a job: the allowance first. */
    void charge(String account, int credits, String job, Instant now) {
        int fromAllowance = use(account, credits, job, now);
        Charged charged =
                new Charged(fromAllowance, credits - fromAllowance, of(account).month());
        charges.insert(new OpenCharge(job, account, charged, Optional.empty()));
    }

    boolean forget(String job) {
        return charges.delete(job).isPresent();
    }

    /** Takes the allowance first; answers how much of it. */
    int use(String account, int credits, String job, Instant now) {
        int fromAllowance = Math.min(credits, of(account).leftOfAllowance());
        enter(account, now, -fromAllowance, Pool.ALLOWANCE, Reason.CHARGE, job);
        enter(account, now, fromAllowance - credits, Pool.PURCHASE, Reason.CHARGE, job);
        return fromAllowance;
    }

    /** Makes an entry, unless it is of no credits. */
    void enter(String account, Instant at, int amount, Pool pool, Reason reason, String job) {
        if (amount != 0) {
            enter(account, new Entry(at, amount, pool, reason, job));
        }
    }

    private void enter(String account, Entry entry) {
        balances.update(of(account).plus(entry.amount(), entry.pool()));
        lines.insert(new Line(account, lines.count(account), entry));
    }

    /**
     * Enters what has happened by {@code now}, in its order: the month in which a job fails decides where credits go. The
     * reversals of other accounts that are due come along.
     */
    private void settle(String account, Instant now) {
        for (OpenCharge due : reversals.until(now)) {
            beginMonths(due.account(), due.reversalAt().orElseThrow());
            giveBack(due);
        }
        beginMonths(account, now);
    }

    private void beginMonths(String account, Instant now) {
        for (Balance left = of(account); !left.nextMonth().isAfter(now); left = of(account)) {
            enter(
                    account,
                    left.nextMonth(),
                    left.allowance() - left.leftOfAllowance(),
                    Pool.ALLOWANCE,
                    Reason.GRANT,
                    "");
            balances.update(of(account).monthLater());
        }
    }

    private void giveBack(OpenCharge charge) {
        charges.delete(charge.job());
        String account = charge.account();
        Instant at = charge.reversalAt().orElseThrow();
        Charged charged = charge.charged();
        enter(account, at, charged.fromAllowance(), Pool.ALLOWANCE, Reason.REVERSAL, charge.job());
        enter(account, at, charged.fromPurchase(), Pool.PURCHASE, Reason.REVERSAL, charge.job());
        if (charged.month() != of(account).month()) {
            enter(account, at, -charged.fromAllowance(), Pool.ALLOWANCE, Reason.LAPSE, charge.job());
            enter(account, at, charged.fromAllowance(), Pool.PURCHASE, Reason.REFUND, charge.job());
        }
    }

    private Balance of(String account) {
        return balances.find(account).orElseThrow(() -> new IllegalStateException("no ledger of " + account));
    }
}
