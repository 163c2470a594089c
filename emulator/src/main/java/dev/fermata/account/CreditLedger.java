package dev.fermata.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account's credits as a list of entries; the balance is their sum, and is never negative. Safe for use by many
 * threads.
 */
public final class CreditLedger {
    /** Why an entry was made. */
    public enum Reason {
        /** Credits the account was given. */
        GRANT,
        /** Credits a job cost. */
        CHARGE,
        /** Credits of a charge given back. */
        REVERSAL
    }

    /**
     * One change of the balance.
     *
     * @param at when
     * @param amount in credits, signed
     * @param reason why
     * @param job the job's id; empty for a grant
     */
    public record Entry(Instant at, int amount, Reason reason, String job) {}

    /** What came of an attempt to charge: the balance after it, or the balance that was too small. */
    public record Charge(boolean accepted, int balance) {}

    private final List<Entry> entries = new ArrayList<>();
    private int balance;

    /** A ledger that begins with a grant of {@code credits}, 0 or more. */
    public CreditLedger(int credits, Instant at) {
        if (credits < 0) {
            throw new IllegalArgumentException("an account cannot start with " + credits + " credits");
        }
        grant(credits, at);
    }

    /** Gives the account {@code credits}. */
    public synchronized void grant(int credits, Instant at) {
        add(new Entry(at, credits, Reason.GRANT, ""));
    }

    /** Takes {@code credits} for {@code job}, if there are as many. */
    public synchronized Charge charge(int credits, String job, Instant at) {
        if (credits > balance) {
            return new Charge(false, balance);
        }
        add(new Entry(at, -credits, Reason.CHARGE, job));
        return new Charge(true, balance);
    }

    /** Gives back what {@code job} was charged: once, however often it is asked for. */
    public synchronized void reverse(String job, Instant at) {
        boolean reversed = entries.stream()
                .anyMatch(e -> e.reason() == Reason.REVERSAL && e.job().equals(job));
        Optional<Entry> charge = entries.stream()
                .filter(e -> e.reason() == Reason.CHARGE && e.job().equals(job))
                .findFirst();
        if (!reversed && charge.isPresent()) {
            add(new Entry(at, -charge.get().amount(), Reason.REVERSAL, job));
        }
    }

    /** The credits left. */
    public synchronized int balance() {
        return balance;
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void add(Entry entry) {
        entries.add(entry);
        balance += entry.amount();
    }
}
