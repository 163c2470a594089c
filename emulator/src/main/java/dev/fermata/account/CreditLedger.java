package dev.fermata.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An account's credits as a list of entries in two pools; the balance is their sum, and is never negative. Safe for use
 * by many threads.
 *
 * <p>What time brings, a monthly allowance and the end of jobs that fail by themselves, is entered with the next
 * call, in the order and with the dates in which it happened: each call sees all that is due by then. A job says by
 * {@link #scheduleReversal} when it fails by itself, so that nothing but what is due is looked at.
 */
public final class CreditLedger {
    /** Where credits come from. A charge draws on the allowance first. */
    public enum Pool {
        /** What the plan gives each month; what is left of it lapses when the next month begins. */
        ALLOWANCE,
        /** What was bought: it stays until it is used. */
        PURCHASE
    }

    /** Why an entry was made. */
    public enum Reason {
        /** Credits the account was given; of an allowance, what filled it up. */
        GRANT,
        /** Credits a job cost. */
        CHARGE,
        /** Credits of a charge given back. */
        REVERSAL,
        /** What a reversal gave to the allowance of a month that was over, taken away again. */
        LAPSE,
        /** What stands in for lapsed credits. */
        REFUND
    }

    /**
     * One change of the balance.
     *
     * @param at when
     * @param amount in credits, signed, never 0
     * @param pool of which pool
     * @param reason why
     * @param job the job's id; empty for a grant, and for what was used for something else
     */
    public record Entry(Instant at, int amount, Pool pool, Reason reason, String job) {}

    /** What came of an attempt to charge: the balance after it, or the balance that was too small. */
    public record Charge(boolean accepted, int balance) {}

    /** What a job was charged, and in which month: what belongs to an old month's allowance cannot go back to it. */
    public record Charged(int fromAllowance, int fromPurchase, int month) {}

    /**
     * All that a ledger is, but for the reversals that are scheduled.
     *
     * @param month how many months it has seen end
     * @param charges what can still be given back, by job
     */
    public record State(int allowance, Instant opened, List<Entry> entries, int month, Map<String, Charged> charges) {
        public State {
            entries = List.copyOf(entries);
            charges = Map.copyOf(charges);
        }
    }

    /** A reversal that is due at a known time; those of the same time in the order in which they were scheduled. */
    private record Reversal(Instant at, long number, String job) {}

    /** What an account can be granted at most: a billion. */
    public static final int MOST = 1_000_000_000;

    private final int allowance;
    private final Instant opened;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Pool, Integer> left = new EnumMap<>(Map.of(Pool.ALLOWANCE, 0, Pool.PURCHASE, 0));
    private final Map<String, Charged> charges = new HashMap<>();
    private final Map<String, Reversal> scheduled = new HashMap<>();
    private final NavigableSet<Reversal> reversals =
            new TreeSet<>(Comparator.comparing(Reversal::at).thenComparing(Reversal::number));
    private long reversalCount;
    private int month;
    private Instant nextMonth;

    /**
     * A ledger that begins with its first allowance and a purchase.
     *
     * @param allowance what each month grants, from 0 to {@link #MOST}
     * @param purchased from 0 to {@link #MOST}
     */
    public CreditLedger(int allowance, int purchased, Instant opened) {
        this.allowance = requireInRange("allowance", allowance);
        this.opened = opened;
        this.nextMonth = monthAfter(opened, 1);
        add(opened, allowance, Pool.ALLOWANCE, Reason.GRANT, "");
        add(opened, requireInRange("credits", purchased), Pool.PURCHASE, Reason.GRANT, "");
    }

    /**
     * A ledger that goes on from there.
     *
     * @throws IllegalArgumentException if a balance would be negative
     */
    public CreditLedger(State state) {
        this.allowance = state.allowance();
        this.opened = state.opened();
        this.month = state.month();
        this.nextMonth = monthAfter(opened, month + 1);
        this.charges.putAll(state.charges());
        state.entries().forEach(this::add);
        if (of(Pool.ALLOWANCE) < 0 || of(Pool.PURCHASE) < 0) {
            throw new IllegalArgumentException("the entries of a ledger add up to less than nothing");
        }
    }

    /**
     * An amount of credits that is set, if it is from 0 to {@link #MOST}.
     *
     * @param field what it is called there
     * @throws IllegalArgumentException if it is out of that range; the message names the field, the range and the value
     */
    public static int requireInRange(String field, int credits) {
        if (credits < 0 || credits > MOST) {
            throw new IllegalArgumentException(field + " must be from 0 to " + MOST + ", was " + credits);
        }
        return credits;
    }

    /** All that it is at {@code now}. */
    public synchronized State state(Instant now) {
        settle(now);
        return new State(allowance, opened, entries, month, charges);
    }

    /**
     * Says when what {@code job} was charged is to be given back, as far as is known by now; takes the place of what was
     * said before. Does nothing for a job that was not charged, or whose credits have come back.
     *
     * @param at when the job comes to an end that is not paid for; empty if it does not, or if that takes a call
     */
    public synchronized void scheduleReversal(String job, Optional<Instant> at) {
        unschedule(job);
        if (at.isPresent() && charges.containsKey(job)) {
            Reversal reversal = new Reversal(at.get(), reversalCount++, job);
            scheduled.put(job, reversal);
            reversals.add(reversal);
        }
    }

    /**
     * Adds bought credits, 0 or more; answers whether there was room for them.
     *
     * @throws IllegalArgumentException if they are fewer than none
     */
    public synchronized boolean grant(int credits, Instant now) {
        if (credits < 0) {
            throw new IllegalArgumentException("credits are granted, not " + credits);
        }
        settle(now);
        boolean hasRoom = (long) sum() + credits <= MOST;
        if (hasRoom) {
            add(now, credits, Pool.PURCHASE, Reason.GRANT, "");
        }
        return hasRoom;
    }

    /**
     * Makes the balance this, from 0 to {@link #MOST}: what is missing is granted, what is too much is used up, for
     * something that is no job.
     *
     * @throws IllegalArgumentException if it is out of that range
     */
    public synchronized void set(int credits, Instant now) {
        requireInRange("balance", credits);
        settle(now);
        int missing = credits - sum();
        if (missing >= 0) {
            add(now, missing, Pool.PURCHASE, Reason.GRANT, "");
        } else {
            use(-missing, "", now);
        }
    }

    /** Takes {@code credits} for {@code job}, if there are as many. */
    public synchronized Charge charge(int credits, String job, Instant now) {
        settle(now);
        if (credits > sum()) {
            return new Charge(false, sum());
        }
        int fromAllowance = use(credits, job, now);
        charges.put(job, new Charged(fromAllowance, credits - fromAllowance, month));
        return new Charge(true, sum());
    }

    /** Forgets how {@code job} was charged, once that can change no more. The entries stay. */
    public synchronized void conclude(String job, Instant now) {
        settle(now);
        unschedule(job);
        charges.remove(job);
    }

    /** The credits left. */
    public synchronized int balance(Instant now) {
        settle(now);
        return sum();
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries(Instant now) {
        settle(now);
        return List.copyOf(entries);
    }

    /** Takes the allowance first; answers how much of it. */
    private int use(int credits, String job, Instant now) {
        int fromAllowance = Math.min(credits, of(Pool.ALLOWANCE));
        add(now, -fromAllowance, Pool.ALLOWANCE, Reason.CHARGE, job);
        add(now, fromAllowance - credits, Pool.PURCHASE, Reason.CHARGE, job);
        return fromAllowance;
    }

    /**
     * Enters what has happened by {@code now}, in its order: which month a job fails in decides where credits go. Costs in
     * proportion to what is due.
     */
    private void settle(Instant now) {
        while (true) {
            boolean reversalComes =
                    !reversals.isEmpty() && reversals.first().at().isBefore(nextMonth);
            Instant next = reversalComes ? reversals.first().at() : nextMonth;
            if (next.isAfter(now)) {
                return;
            }
            if (reversalComes) {
                giveBack(reversals.first());
            } else {
                beginMonth();
            }
        }
    }

    private void beginMonth() {
        add(nextMonth, allowance - of(Pool.ALLOWANCE), Pool.ALLOWANCE, Reason.GRANT, "");
        month++;
        nextMonth = monthAfter(opened, month + 1);
    }

    private void unschedule(String job) {
        Reversal before = scheduled.remove(job);
        if (before != null) {
            reversals.remove(before);
        }
    }

    private void giveBack(Reversal reversal) {
        String job = reversal.job();
        Instant at = reversal.at();
        unschedule(job);
        Charged charged = Objects.requireNonNull(charges.remove(job), job);
        add(at, charged.fromAllowance(), Pool.ALLOWANCE, Reason.REVERSAL, job);
        add(at, charged.fromPurchase(), Pool.PURCHASE, Reason.REVERSAL, job);
        if (charged.month() != month) {
            add(at, -charged.fromAllowance(), Pool.ALLOWANCE, Reason.LAPSE, job);
            add(at, charged.fromAllowance(), Pool.PURCHASE, Reason.REFUND, job);
        }
    }

    private void add(Instant at, int amount, Pool pool, Reason reason, String job) {
        if (amount != 0) {
            add(new Entry(at, amount, pool, reason, job));
        }
    }

    private void add(Entry entry) {
        left.merge(entry.pool(), entry.amount(), Math::addExact);
        entries.add(entry);
    }

    private int of(Pool pool) {
        return left.getOrDefault(pool, 0);
    }

    private int sum() {
        return Math.addExact(of(Pool.ALLOWANCE), of(Pool.PURCHASE));
    }

    /** Counted from the first day, so that the 31st is followed by the 28th and then by the 31st again. */
    private static Instant monthAfter(Instant opened, int months) {
        return opened.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
