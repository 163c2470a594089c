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
 * What clients did in one world, the newest of it: beyond its bounds, and beyond what the journals of all worlds may take
 * together, the oldest entries go. Safe for use by many threads.
 */
public final class Journal {
    /**
     * How much is kept.
     *
     * @param entries how many entries at most, 0 for none
     * @param bytes how much memory they may take, about
     */
    public record Bounds(int entries, long bytes) {
        /** 32 MB, some 70,000 entries. */
        public static final Bounds DEFAULT = new Bounds(100_000, 32L << 20);

        public Bounds {
            if (entries < 0 || bytes < 0) {
                throw new IllegalArgumentException("a journal's bounds are 0 or more");
            }
        }
    }

    /**
     * What came of waiting for entries.
     *
     * @param complete whether as many came as were waited for
     * @param entries those that match, by number
     * @param misses the entries that come nearest, when it is not complete
     */
    public record Awaited(boolean complete, List<Entry> entries, List<Miss> misses) {}

    /**
     * An entry that is not what was asked for.
     *
     * @param because why not, in sentences
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

    /** An empty one that shares the budget with the journals of other worlds. */
    public Journal(Bounds bounds, JournalBudget budget, VirtualClock clock) {
        this.bounds = bounds;
        this.budget = budget;
        this.clock = clock;
        budget.enter(this);
    }

    /** Whether anything is kept at all. */
    public boolean isKept() {
        return bounds.entries() > 0 && bounds.bytes() > 0;
    }

    /** The number of a request that has just come. */
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Notes a request that was answered. */
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

    /** The entries that match, in the order in which the requests came. */
    public List<Entry> find(Query query) {
        return inOrder(copy(), query);
    }

    /** Goes on where another ends, which is noted no more: its entries, and its numbers. */
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

    /** How many entries have gone because there were newer ones, in this world or in others. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Forgets all entries; numbers go on. */
    public synchronized void clear() {
        while (!entries.isEmpty()) {
            forgetFirst();
        }
        forgotten = 0;
    }

    /** Gives its memory back to the journals of other worlds. What it keeps can still be read. */
    public synchronized void close() {
        closed = true;
        budget.leave(this, bytes);
    }

    /**
     * Waits until {@code count} entries match, including those that are there already. An entry that is forgotten meanwhile no
     * longer counts.
     *
     * @param patience how much real time it waits at most
     * @return what came; may be completed by the thread of the last request, so go on asynchronously
     */
    public CompletableFuture<Awaited> await(Query query, int count, Duration patience) {
        return new Waiting(this, query, count, patience, clock).begin();
    }

    /** About how many bytes of memory it takes. */
    synchronized long bytes() {
        return bytes;
    }

    /** Forgets the oldest entries until {@code atLeast} bytes are free or none is left; answers how many bytes they had. */
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

    /** Lets a client go that is still waiting, if it has a reason; answers all entries then. */
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
