package dev.fermata.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the journals of all worlds of a server share. When they take more, the largest journal forgets its
 * oldest entries, so that a busy world does not take the journal of a quiet one. Safe for use by many threads.
 */
public final class JournalBudget {
    /** It forgets this share of the budget at a time, so that the search for the largest journal costs next to nothing. */
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

    /** A journal that has ended gives back what it took. */
    void leave(Journal journal, long bytes) {
        if (journals.remove(journal)) {
            used.addAndGet(-bytes);
        }
    }

    /** Counts bytes that are kept now, or that are not any more. Never forgets: a journal may hold its lock. */
    void count(long bytes) {
        used.addAndGet(bytes);
    }

    /** Makes the largest journals forget, if all take too much. Call it without the lock of a journal. */
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
