package dev.fermata.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account's credits as a list of entries in two pools; the balance is their sum, and is never negative. Safe for use
 * by many threads; a call within a change is part of it.
 *
 * <p>A monthly allowance and the reversal of a job that fails by itself are entered with the next call, in the order and
 * with the dates in which they happened: each call sees all that is due by then. A job says by {@link #scheduleReversal}
 * when it fails by itself, so that nothing but what is due is looked at.
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

    /** What an account can be granted at most: a billion. */
    public static final int MOST = 1_000_000_000;

    private final Ledgers ledgers;
    private final String account;

    CreditLedger(Ledgers ledgers, String account) {
        this.ledgers = ledgers;
        this.account = account;
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
    public State state(Instant now) {
        return ledgers.settled(account, now, () -> ledgers.state(account));
    }

    /**
     * Says when the charge of {@code job} is to be given back, as far as is known by now; takes the place of what was said
     * before. Does nothing for a job that was not charged, or whose credits have come back.
     *
     * @param at when the job comes to an end that is not paid for; empty if it does not, or if that takes a call
     */
    public void scheduleReversal(String job, Optional<Instant> at) {
        ledgers.scheduleReversal(job, at);
    }

    /**
     * Adds bought credits, 0 or more; answers whether there was room for them.
     *
     * @throws IllegalArgumentException if they are fewer than none
     */
    public boolean grant(int credits, Instant now) {
        if (credits < 0) {
            throw new IllegalArgumentException("credits must be at least 0, was " + credits);
        }
        return ledgers.settled(account, now, () -> {
            boolean hasRoom = (long) ledgers.sum(account) + credits <= MOST;
            if (hasRoom) {
                ledgers.enter(account, now, credits, Pool.PURCHASE, Reason.GRANT, "");
            }
            return hasRoom;
        });
    }

    /**
     * Makes the balance this, from 0 to {@link #MOST}: missing credits are granted, excess credits are used up, for no
     * job.
     *
     * @throws IllegalArgumentException if it is out of that range
     */
    public void set(int credits, Instant now) {
        requireInRange("balance", credits);
        ledgers.settled(account, now, () -> {
            int missing = credits - ledgers.sum(account);
            if (missing >= 0) {
                ledgers.enter(account, now, missing, Pool.PURCHASE, Reason.GRANT, "");
            } else {
                ledgers.use(account, -missing, "", now);
            }
            return true;
        });
    }

    /** Takes {@code credits} for {@code job}, if there are as many. */
    public Charge charge(int credits, String job, Instant now) {
        return ledgers.settled(account, now, () -> {
            int sum = ledgers.sum(account);
            if (credits > sum) {
                return new Charge(false, sum);
            }
            ledgers.charge(account, credits, job, now);
            return new Charge(true, sum - credits);
        });
    }

    /** Forgets how {@code job} was charged, once that can change no more. The entries stay. */
    public void conclude(String job, Instant now) {
        ledgers.settled(account, now, () -> ledgers.forget(job));
    }

    /** The credits left. */
    public int balance(Instant now) {
        return ledgers.settled(account, now, () -> ledgers.sum(account));
    }

    /** All entries, oldest first. */
    public List<Entry> entries(Instant now) {
        return ledgers.settled(account, now, () -> ledgers.entries(account));
    }
}
