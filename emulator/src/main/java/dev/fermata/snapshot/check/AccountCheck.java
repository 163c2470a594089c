package dev.fermata.snapshot.check;

import dev.fermata.account.CreditLedger;
import dev.fermata.account.CreditLedger.Charged;
import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Pool;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.snapshot.wire.AccountJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks an account and its ledger: no entry without its sign, no balance below zero, no charge twice. */
final class AccountCheck {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{0,64}");

    private AccountCheck() {}

    static void check(Place place, AccountJson account, Instant now) {
        place.at("id").require(ID.matcher(account.id()).matches(), "must be 24 hex digits");
        place.at("name")
                .require(
                        NAME.matcher(account.name()).matches(),
                        "must be at most 64 letters, digits, hyphens and underscores");
        place.at("openedAt").past(account.openedAt(), now);
        account.locale()
                .ifPresent(tag -> place.at("locale")
                        .require(
                                tag.length() <= 64
                                        && !Locale.forLanguageTag(tag)
                                                .getLanguage()
                                                .isEmpty(),
                                "must be a BCP 47 tag"));
        WorldCheck.limits(place.at("limits"), account.limits(), now);
        ledger(place.at("credits"), account.credits(), now);
    }

    private static void ledger(Place place, CreditLedger.State ledger, Instant now) {
        place.at("allowance").range(ledger.allowance(), 0, CreditLedger.MOST);
        place.at("opened").past(ledger.opened(), now);
        place.at("month").range(ledger.month(), 0, monthsBetween(ledger.opened(), now.plus(Place.MEANWHILE)));
        place.at("month")
                .require(
                        ledger.opened()
                                .atZone(ZoneOffset.UTC)
                                .plusMonths(ledger.month() + 1L)
                                .toInstant()
                                .isAfter(now),
                        "must be the number of months since " + ledger.opened() + ", was " + ledger.month());
        entries(place.at("entries"), ledger, now);
        Map<String, Long> taken = new HashMap<>();
        ledger.entries()
                .forEach(entry -> taken.merge(entry.job() + " " + entry.pool(), -(long) entry.amount(), Long::sum));
        place.at("charges").each(ledger.charges(), (at, charged) -> charge(at, charged, taken, ledger.month()));
    }

    private static long monthsBetween(Instant opened, Instant now) {
        return opened.atZone(ZoneOffset.UTC).until(now.atZone(ZoneOffset.UTC), ChronoUnit.MONTHS);
    }

    private static void entries(Place place, CreditLedger.State ledger, Instant now) {
        Map<Pool, Long> left = new EnumMap<>(Pool.class);
        Set<String> once = new HashSet<>();
        long[] returned = {0};
        place.each(ledger.entries(), (at, entry) -> {
            at.at("at").past(entry.at(), now);
            at.at("at").require(!entry.at().isBefore(ledger.opened()), "must not be before " + ledger.opened());
            at.at("amount").range(entry.amount(), -CreditLedger.MOST, CreditLedger.MOST);
            at.at("amount").require(hasSign(entry), "has the wrong sign for " + entry.reason() + ": " + entry.amount());
            if (!entry.job().isEmpty()) {
                at.at("job").id(entry.job());
                at.require(
                        once.add(entry.job() + " " + entry.pool() + " " + entry.reason()),
                        "must be the only " + entry.reason() + " of the job " + entry.job() + " in its pool");
            }
            long balance = left.merge(entry.pool(), (long) entry.amount(), Long::sum);
            at.at("amount").require(balance >= 0, "leaves a negative balance of " + balance);
            returned[0] += entry.reason() == Reason.REVERSAL ? entry.amount() : 0;
        });
        long balance = left.values().stream().mapToLong(Long::longValue).sum();
        // What comes back, and what a month brings, may go beyond what can be granted.
        place.range(
                balance, 0, Math.min((long) CreditLedger.MOST + returned[0] + ledger.allowance(), Integer.MAX_VALUE));
        long outstanding = ledger.charges().values().stream()
                .mapToLong(charged -> (long) charged.fromAllowance() + charged.fromPurchase())
                .sum();
        place.require(
                balance + outstanding + ledger.allowance() <= Integer.MAX_VALUE,
                "must leave room for the credits that may come back");
    }

    private static boolean hasSign(Entry entry) {
        return switch (entry.reason()) {
            case GRANT, REVERSAL, REFUND -> entry.amount() > 0;
            case CHARGE, LAPSE -> entry.amount() < 0;
        };
    }

    /** What can still be given back is what was taken, and has not been given back. */
    private static void charge(Place place, Charged charged, Map<String, Long> taken, int month) {
        String job = place.last();
        place.id(job);
        place.at("month").range(charged.month(), 0, month);
        place.at("fromAllowance")
                .require(
                        charged.fromAllowance() == taken.getOrDefault(job + " " + Pool.ALLOWANCE, 0L),
                        "must be what the entries of the job charge");
        place.at("fromPurchase")
                .require(
                        charged.fromPurchase() == taken.getOrDefault(job + " " + Pool.PURCHASE, 0L),
                        "must be what the entries of the job charge");
    }
}
