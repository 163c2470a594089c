package dev.fermata.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account's credits as a list of entries in two pools; the balance is their sum, and is never negative. Safe for use
 * by many threads.
 *
 * <p>What time brings, a monthly allowance and the end of jobs that fail by themselves, is entered when somebody next
 * asks, in the order and with the dates in which it happened: whoever asks sees all that is due by then.
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

    /** What becomes of a job that was charged for, by itself. */
    public interface Fate {
        /** A job whose charge stands until somebody reverses it. */
        Fate STANDS = new Fate() {
            @Override
            public boolean isOpen(Instant now) {
                return false;
            }

            @Override
            public Optional<Instant> undoneBy(Instant now) {
                return Optional.empty();
            }
        };

        /** Whether it is not yet known at {@code now} how the job ends. */
        boolean isOpen(Instant now);

        /** When the job came to an end that nobody pays for, if it has by {@code now}. */
        Optional<Instant> undoneBy(Instant now);
    }

    /** What a job was charged, and in which month: what belongs to an old month's allowance cannot go back to it. */
    public record Charged(int fromAllowance, int fromPurchase, int month) {}

    /**
     * All that a ledger is, but for the fates it waits for.
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

    private record Undone(String job, Instant at) {}

    /** What an account can be granted at most: a billion. */
    public static final int MOST = 1_000_000_000;

    private final int allowance;
    private final Instant opened;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Pool, Integer> left = new EnumMap<>(Map.of(Pool.ALLOWANCE, 0, Pool.PURCHASE, 0));
    private final Map<String, Charged> charges = new HashMap<>();
    private final Map<String, Fate> open = new HashMap<>();
    private int month;
    private Instant nextMonth;

    /**
     * A ledger that begins with its first allowance and a purchase.
     *
     * @param allowance what each month grants, 0 or more
     * @param purchased 0 or more
     */
    public CreditLedger(int allowance, int purchased, Instant opened) {
        if (allowance < 0 || purchased < 0) {
            throw new IllegalArgumentException(
                    "an account cannot start with " + allowance + " and " + purchased + " credits");
        }
        this.allowance = allowance;
        this.opened = opened;
        this.nextMonth = monthAfter(opened, 1);
        add(opened, allowance, Pool.ALLOWANCE, Reason.GRANT, "");
        add(opened, purchased, Pool.PURCHASE, Reason.GRANT, "");
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

    /** All that it is at {@code now}. */
    public synchronized State state(Instant now) {
        settle(now);
        return new State(allowance, opened, entries, month, charges);
    }

    /** Waits for the end of a job that was charged for, unless its credits have come back. */
    public synchronized void await(String job, Fate fate) {
        if (fate != Fate.STANDS && charges.containsKey(job)) {
            open.put(job, fate);
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
        if (credits < 0 || credits > MOST) {
            throw new IllegalArgumentException("a balance is from 0 to " + MOST + ", not " + credits);
        }
        settle(now);
        int missing = credits - sum();
        if (missing >= 0) {
            add(now, missing, Pool.PURCHASE, Reason.GRANT, "");
        } else {
            use(-missing, "", now);
        }
    }

    /** Takes {@code credits} for {@code job}, if there are as many. */
    public synchronized Charge charge(int credits, String job, Instant now, Fate fate) {
        settle(now);
        if (credits > sum()) {
            return new Charge(false, sum());
        }
        int fromAllowance = use(credits, job, now);
        charges.put(job, new Charged(fromAllowance, credits - fromAllowance, month));
        await(job, fate);
        return new Charge(true, sum());
    }

    /** Gives back what {@code job} was charged: once, however often it is asked for. */
    public synchronized void reverse(String job, Instant now) {
        settle(now);
        giveBack(job, now);
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

    /** Enters what has happened by {@code now}, in its order: which month a job fails in decides where credits go. */
    private void settle(Instant now) {
        Optional<Undone> undone = nextUndone(now);
        while (undone.isPresent() || !nextMonth.isAfter(now)) {
            if (undone.isPresent() && undone.get().at().isBefore(nextMonth)) {
                giveBack(undone.get().job(), undone.get().at());
                undone = nextUndone(now);
            } else {
                beginMonth();
            }
        }
    }

    private Optional<Undone> nextUndone(Instant now) {
        Optional<Undone> earliest = Optional.empty();
        for (Iterator<Map.Entry<String, Fate>> each = open.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Fate> next = each.next();
            // First whether it has ended: that stays so, while one that is open may end between two questions.
            if (next.getValue().isOpen(now)) {
                continue;
            }
            Optional<Instant> at = next.getValue().undoneBy(now);
            if (at.isEmpty()) {
                each.remove();
            } else if (earliest.isEmpty() || at.get().isBefore(earliest.get().at())) {
                earliest = Optional.of(new Undone(next.getKey(), at.get()));
            }
        }
        return earliest;
    }

    private void beginMonth() {
        add(nextMonth, allowance - of(Pool.ALLOWANCE), Pool.ALLOWANCE, Reason.GRANT, "");
        month++;
        nextMonth = monthAfter(opened, month + 1);
    }

    private void giveBack(String job, Instant at) {
        open.remove(job);
        Charged charged = charges.remove(job);
        if (charged == null) {
            return;
        }
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
