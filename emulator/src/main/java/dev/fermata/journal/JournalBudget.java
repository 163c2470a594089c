package dev.fermata.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the journals of all worlds of a server share. When they exceed it, the largest journal drops its
 * oldest entries, so that a busy world does not displace the journal of a quiet one. Thread-safe.
 */
public final class JournalBudget {
    /** This share of the budget is freed at a time, so that the search for the largest journal is cheap. */
    private static final int SHARE = 32;

    private final long most;
    private final AtomicLong used = new AtomicLong();
    private final Set<Journal> journals = ConcurrentHashMap.newKeySet();

    /** A budget of about {@code most} bytes. */
    public JournalBudget(long most) {
        this.most = most;
    }

    void enter(Journal journal) {
        journals.add(journal);
    }

    /** Returns the memory of a journal that has ended. */
    void leave(Journal journal, long bytes) {
        if (journals.remove(journal)) {
            used.addAndGet(-bytes);
        }
    }

    /**
     * Adds to the used bytes; negative to subtract. Never drops entries, because the caller may hold a journal's lock.
     */
    void count(long bytes) {
        used.addAndGet(bytes);
    }

    /** Lets the largest journals drop entries, if all together exceed the budget. Call it without a journal's lock. */
    void keepWithin() {
        if (used.get() > most) {
            forget();
        }
    }

    private synchronized void forget() {
        long atOnce = Math.max(most / SHARE, 1);
        boolean freed = true;
        while (freed && used.get() > most) {
            Optional<Journal> largest = journals.stream().max(Comparator.comparingLong(Journal::bytes));
            freed = largest.isPresent() && largest.get().forgetOldest(atOnce) > 0;
        }
    }
}
