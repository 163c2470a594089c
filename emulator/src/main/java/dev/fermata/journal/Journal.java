package dev.fermata.journal;

import dev.fermata.clock.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * The requests of one world, newest kept. When the journal exceeds its bounds, or all journals exceed their common
 * budget, the oldest entries are dropped. Thread-safe.
 */
public final class Journal {
    /**
     * The limits of a journal.
     *
     * @param entries the maximum number of entries; 0 keeps none
     * @param bytes the maximum memory, approximately
     */
    public record Bounds(int entries, long bytes) {
        /** 32 MB, about 70,000 entries. */
        public static final Bounds DEFAULT = new Bounds(100_000, 32L << 20);

        public Bounds {
            if (entries < 0 || bytes < 0) {
                throw new IllegalArgumentException("the bounds of a journal must be at least 0");
            }
        }
    }

    /**
     * The result of waiting for entries.
     *
     * @param complete whether enough entries arrived
     * @param entries the entries that match, by number
     * @param misses the closest entries that do not match, if it is not complete
     */
    public record Awaited(boolean complete, List<Entry> entries, List<Miss> misses) {}

    /**
     * An entry that does not match.
     *
     * @param because the reasons, in sentences
     */
    public record Miss(Entry entry, List<String> because) {}

    private static final int MOST_MISSES = 5;

    private final Bounds bounds;
    private final JournalBudget budget;
    private final VirtualClock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private final AtomicLong numbers = new AtomicLong();
    private long bytes;
    private long forgotten;
    private boolean closed;

    /** An empty journal that shares the budget with those of other worlds. */
    public Journal(Bounds bounds, JournalBudget budget, VirtualClock clock) {
        this.bounds = bounds;
        this.budget = budget;
        this.clock = clock;
        budget.enter(this);
    }

    /** Whether entries are kept at all. */
    public boolean isKept() {
        return bounds.entries() > 0 && bounds.bytes() > 0;
    }

    /** The number for a request that has just arrived. */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Adds a request that was answered. */
    public void note(Entry entry) {
        List<Waiting> served;
        synchronized (this) {
            keep(entry);
            while (entries.size() > bounds.entries() || (bytes > bounds.bytes() && !entries.isEmpty())) {
                forgetFirst();
            }
            served = waiting.stream().filter(Waiting::hasAll).toList();
        }
        served.forEach(Waiting::look);
        budget.keepWithin();
    }

    /** The entries that match, in the order of arrival. */
    public List<Entry> find(Query query) {
        return inOrder(copy(), query);
    }

    /** Continues another journal, which must not be used any more: takes over its entries and its numbering. */
    public void goOnFrom(Journal before) {
        synchronized (before) {
            synchronized (this) {
                before.entries.forEach(this::keep);
                numbers.set(before.numbers.get());
                forgotten = before.forgotten;
            }
        }
        budget.keepWithin();
    }

    /** How many old entries were dropped for newer ones, of this world or of others. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Removes all entries; the numbering continues. */
    public synchronized void clear() {
        while (!entries.isEmpty()) {
            forgetFirst();
        }
        forgotten = 0;
    }

    /** Returns its memory to the common budget. Its entries can still be read. */
    public synchronized void close() {
        closed = true;
        budget.leave(this, bytes);
    }

    /**
     * Waits until {@code count} entries match, including existing ones. An entry that is dropped meanwhile no longer
     * counts.
     *
     * @param patience the maximum real time to wait
     * @return the result; it may be completed on the thread of the last request, so continue asynchronously
     */
    public CompletableFuture<Awaited> await(Query query, int count, Duration patience) {
        return new Waiting(this, query, count, patience, clock).begin();
    }

    /** Its approximate memory, in bytes. */
    synchronized long bytes() {
        return bytes;
    }

    /** Drops the oldest entries until {@code atLeast} bytes are free or no entry is left. Returns the freed bytes. */
    synchronized long forgetOldest(long atLeast) {
        long before = bytes;
        while (before - bytes < atLeast && !entries.isEmpty()) {
            forgetFirst();
        }
        return before - bytes;
    }

    synchronized void enter(Waiting client) {
        entries.forEach(client::count);
        waiting.add(client);
    }

    /** Ends a client's wait if it is still waiting and {@code reason} holds; returns all entries then. */
    synchronized Optional<List<Entry>> leave(Waiting client, BooleanSupplier reason) {
        boolean leaves = waiting.contains(client) && reason.getAsBoolean() && waiting.remove(client);
        return leaves ? Optional.of(copy()) : Optional.empty();
    }

    static List<Entry> inOrder(List<Entry> kept, Query query) {
        return kept.stream()
                .filter(query::matches)
                .sorted(Comparator.comparingLong(Entry::number))
                .toList();
    }

    static List<Miss> nearest(List<Entry> kept, Query query) {
        return kept.stream()
                .map(entry -> new Miss(entry, query.misses(entry)))
                .filter(miss -> !miss.because().isEmpty())
                .sorted(Comparator.comparingInt((Miss miss) -> miss.because().size())
                        .thenComparing(miss -> -miss.entry().number()))
                .limit(MOST_MISSES)
                .toList();
    }

    private synchronized List<Entry> copy() {
        return new ArrayList<>(entries);
    }

    private void keep(Entry entry) {
        entries.addLast(entry);
        count(entry.size());
        waiting.forEach(client -> client.count(entry));
    }

    private void forgetFirst() {
        Entry first = entries.removeFirst();
        count(-first.size());
        waiting.forEach(client -> client.discount(first));
        forgotten++;
    }

    private void count(long more) {
        bytes += more;
        if (!closed) {
            budget.count(more);
        }
    }
}
