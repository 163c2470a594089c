package dev.fermata.account;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.account.Accounts.Opening;
import dev.fermata.account.CreditLedger.Charge;
import dev.fermata.account.CreditLedger.Entry;
import dev.fermata.account.CreditLedger.Pool;
import dev.fermata.account.CreditLedger.Reason;
import dev.fermata.table.Store;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A ledger with an allowance of 5 a month and 3 bought credits, opened on January 31st:
 *
 * <pre>
 *        Jan 31     Feb 10     Feb 28      Mar 10     Mar 31
 *   a      +5 ────────────────── +5 fill-up ─────────── +5 fill-up
 *   b      +3
 *   job    -6 ─────── in February's month: back to a and b
 *          -6 ──────────────────────────────── later: what was a's is bought now
 * </pre>
 */
class CreditLedgerTest {
    private static final Instant OPENED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant FIRST_MONTH = Instant.parse("2026-02-10T00:00:00Z");
    private static final Instant SECOND_BEGINS = Instant.parse("2026-02-28T12:00:00Z");
    private static final Instant SECOND_MONTH = Instant.parse("2026-03-10T00:00:00Z");
    private static final Instant THIRD_BEGINS = Instant.parse("2026-03-31T12:00:00Z");

    private static final Token TOKEN = Token.of("default", "me");

    private final CreditLedger ledger = ledger(5, 3);

    private static CreditLedger ledger(int allowance, int purchased) {
        Opening opening = new Opening(purchased, allowance, Plan.PREMIUM, Optional.empty());
        Accounts accounts =
                new Accounts(new Tables(Store.MEMORY), "flat", new Accounts.Rules(opening, false, Map.of()));
        return accounts.ledger(accounts.open(TOKEN, same -> same, OPENED).id());
    }

    private static CreditLedger restored(CreditLedger.State state) {
        Opening opening = new Opening(0, 0, Plan.PREMIUM, Optional.empty());
        Accounts accounts =
                new Accounts(new Tables(Store.MEMORY), "flat", new Accounts.Rules(opening, false, Map.of()));
        accounts.restore(new Account("1", "", Plan.PREMIUM, Optional.empty(), OPENED), state, Map.of());
        return accounts.ledger("1");
    }

    private static String line(Entry entry) {
        return entry.at().toString().substring(5, 10) + " " + entry.pool() + " " + entry.reason() + " "
                + entry.amount();
    }

    private List<String> linesAfter(int skipped, Instant now) {
        return ledger.entries(now).stream()
                .skip(skipped)
                .map(CreditLedgerTest::line)
                .toList();
    }

    @Nested
    class AMonth {
        @Test
        void endsOnTheLastDayOfShorterMonths() {
            ledger.charge(8, "job", OPENED);
            assertAll(
                    () -> assertEquals(0, ledger.balance(SECOND_BEGINS.minusSeconds(1))),
                    () -> assertEquals(5, ledger.balance(SECOND_BEGINS)),
                    () -> assertEquals(5, ledger.balance(THIRD_BEGINS.minusSeconds(1))));
        }

        @Test
        void fillsTheAllowanceUpAndAddsNothingToIt() {
            ledger.charge(2, "job", OPENED);
            assertEquals(
                    List.of("02-28 ALLOWANCE GRANT 2"), linesAfter(3, THIRD_BEGINS.minusSeconds(1)), "2 were missing");
            assertEquals(8, ledger.balance(THIRD_BEGINS), "nothing was missing, nothing is granted");
        }

        @Test
        void isEnteredOnceHoweverManyHavePassed() {
            ledger.charge(8, "job", OPENED);
            assertEquals(List.of("02-28 ALLOWANCE GRANT 5"), linesAfter(4, THIRD_BEGINS.plusSeconds(1)));
        }
    }

    @Nested
    class AReversal {
        @Test
        void inTheMonthOfTheChargeGoesBackToWhereItCameFrom() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(2, ledger.balance(FIRST_MONTH.minusNanos(1)));
            assertEquals(8, ledger.balance(FIRST_MONTH));
            assertEquals(
                    List.of("02-10 ALLOWANCE REVERSAL 5", "02-10 PURCHASE REVERSAL 1"), linesAfter(4, FIRST_MONTH));
        }

        @Test
        void inALaterMonthIsBought() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(SECOND_MONTH));
            assertEquals(
                    List.of(
                            "02-28 ALLOWANCE GRANT 5",
                            "03-10 ALLOWANCE REVERSAL 5",
                            "03-10 PURCHASE REVERSAL 1",
                            "03-10 ALLOWANCE LAPSE -5",
                            "03-10 PURCHASE REFUND 5"),
                    linesAfter(4, SECOND_MONTH));
            assertEquals(13, ledger.balance(SECOND_MONTH), "5 of the month, 3 bought, 5 that stand in for what lapsed");
        }

        @Test
        void atTheVeryStartOfAMonthBelongsToThatMonth() {
            ledger.charge(5, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(SECOND_BEGINS));
            assertEquals(13, ledger.balance(SECOND_BEGINS));
        }

        @Test
        void ofAMonthThatIsOverIsDatedBackAndEnteredBeforeTheMonthEnds() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(
                    List.of("02-10 ALLOWANCE REVERSAL 5", "02-10 PURCHASE REVERSAL 1"),
                    linesAfter(4, SECOND_MONTH),
                    "the month that follows has nothing to fill up");
        }

        @Test
        void thatBecomesKnownOnlyAfterTheMonthHasEndedFindsItsAllowanceLapsed() {
            ledger.charge(6, "job", OPENED);
            ledger.balance(SECOND_MONTH);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(13, ledger.balance(SECOND_MONTH));
        }

        @Test
        void isEnteredInTheOrderOfTheTimesWhateverTheJobsAreCalled() {
            for (List<String> names : List.of(List.of("a", "b"), List.of("b", "a"))) {
                CreditLedger each = ledger(5, 0);
                each.charge(2, names.get(0), OPENED);
                each.scheduleReversal(names.get(0), Optional.of(SECOND_MONTH));
                each.charge(3, names.get(1), OPENED);
                each.scheduleReversal(names.get(1), Optional.of(FIRST_MONTH));
                assertEquals(7, each.balance(SECOND_MONTH), "only what failed in the second month is bought");
            }
        }

        @Test
        void isScheduledAnewWhenTheCourseOfTheJobChanges() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(SECOND_MONTH));
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(8, ledger.balance(FIRST_MONTH));
        }

        @Test
        void doesNotHappenWhenTheJobEndsWellAfterAll() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            ledger.scheduleReversal("job", Optional.empty());
            assertEquals(2, ledger.balance(FIRST_MONTH));
        }

        @Test
        void happensOnce() {
            ledger.charge(6, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            ledger.balance(FIRST_MONTH);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            ledger.scheduleReversal("another", Optional.of(FIRST_MONTH));
            assertEquals(8, ledger.balance(FIRST_MONTH));
        }

        @Test
        void isOwedByALedgerThatGoesOnToo() {
            ledger.charge(6, "job", OPENED);
            CreditLedger goesOn = restored(ledger.state(FIRST_MONTH));
            goesOn.scheduleReversal("job", Optional.of(SECOND_MONTH));
            assertEquals(13, goesOn.balance(SECOND_MONTH));
        }
    }

    @Nested
    class ACharge {
        @Test
        void drawsOnTheAllowanceFirst() {
            assertEquals(new Charge(true, 2), ledger.charge(6, "job", OPENED));
            assertEquals(List.of("01-31 ALLOWANCE CHARGE -5", "01-31 PURCHASE CHARGE -1"), linesAfter(2, OPENED));
        }

        @Test
        void isRefusedAndLeavesNothingBehindWhereCreditsAreShort() {
            assertEquals(new Charge(false, 8), ledger.charge(9, "job", OPENED));
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(8, ledger.balance(FIRST_MONTH));
        }

        @Test
        void isMadeOfWhatComesBackAtThatVeryInstant() {
            ledger.charge(8, "job", OPENED);
            ledger.scheduleReversal("job", Optional.of(FIRST_MONTH));
            assertEquals(new Charge(true, 0), ledger.charge(8, "next", FIRST_MONTH));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, CreditLedger.MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anAmountOutOfRangeIsRefusedWhereverItIsSet(int amount) {
        String range = " must be from 0 to 1000000000, was " + amount;
        assertAll(
                () -> assertEquals("credits" + range, refused(() -> ledger(0, amount))),
                () -> assertEquals("allowance" + range, refused(() -> ledger(amount, 0))),
                () -> assertEquals("balance" + range, refused(() -> ledger.set(amount, OPENED))));
    }

    private static String refused(Runnable setting) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, setting::run).getMessage());
    }

    @Test
    void theBalanceIsTheSumOfTheEntries() {
        ledger.charge(6, "job", OPENED);
        ledger.scheduleReversal("job", Optional.of(SECOND_MONTH));
        ledger.set(40, FIRST_MONTH);
        ledger.set(1, SECOND_BEGINS);
        for (Instant now : List.of(SECOND_BEGINS, SECOND_MONTH, THIRD_BEGINS)) {
            int sum = ledger.entries(now).stream().mapToInt(Entry::amount).sum();
            assertEquals(sum, ledger.balance(now));
        }
        assertEquals(
                1,
                ledger.entries(THIRD_BEGINS).stream()
                        .filter(entry -> entry.pool() == Pool.PURCHASE && entry.reason() == Reason.REFUND)
                        .count());
    }
}
