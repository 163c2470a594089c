package dev.fermata.journal;

import dev.fermata.clock.Alarm;
import dev.fermata.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What clients did in one world, the newest of it: beyond its bounds the oldest entries go. Safe for use by many
 * threads.
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
    private final VirtualClock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<Consumer<Entry>> watchers = ConcurrentHashMap.newKeySet();
    private long bytes;
    private final AtomicLong numbers = new AtomicLong();
    private long forgotten;

    public Journal(Bounds bounds, VirtualClock clock) {
        this.bounds = bounds;
        this.clock = clock;
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
        synchronized (this) {
            entries.addLast(entry);
            bytes += entry.size();
            while (entries.size() > bounds.entries() || (bytes > bounds.bytes() && !entries.isEmpty())) {
                bytes -= entries.removeFirst().size();
                forgotten++;
            }
        }
        watchers.forEach(watcher -> watcher.accept(entry));
    }

    /** The entries that match, in the order in which the requests came. */
    public List<Entry> find(Query query) {
        return copy().stream().filter(query::matches).toList();
    }

    /** Goes on where another ends, which is noted no more: its entries, and its numbers. */
    public void goOnFrom(Journal before) {
        synchronized (before) {
            synchronized (this) {
                entries.addAll(before.entries);
                bytes += before.bytes;
                numbers.set(before.numbers.get());
                forgotten = before.forgotten;
            }
        }
    }

    /** How many entries have gone because there were newer ones. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Forgets all entries; numbers go on. */
    public synchronized void clear() {
        entries.clear();
        bytes = 0;
        forgotten = 0;
    }

    /**
     * Waits until so many entries match, those that are there already included.
     *
     * @param patience how much real time it waits at most
     * @return what came; may be completed by whoever makes the last request, so go on asynchronously
     */
    public CompletableFuture<Awaited> await(Query query, int count, Duration patience) {
        return new Waiting(query, count, patience).begin();
    }

    private synchronized List<Entry> copy() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::number));
        return sorted;
    }

    private List<Miss> nearest(Query query) {
        return copy().stream()
                .map(entry -> new Miss(entry, query.misses(entry)))
                .filter(miss -> !miss.because().isEmpty())
                .sorted(Comparator.comparingInt((Miss miss) -> miss.because().size())
                        .thenComparing(miss -> -miss.entry().number()))
                .limit(MOST_MISSES)
                .toList();
    }

    /** Somebody who waits for entries; looks again with each new one. */
    private final class Waiting {
        private final Query query;
        private final int count;
        private final Consumer<Entry> look = this::look;
        private final Alarm alarm;
        private final CompletableFuture<Awaited> outcome = new CompletableFuture<>();
        private volatile boolean begun;

        Waiting(Query query, int count, Duration patience) {
            this.query = query;
            this.count = count;
            this.alarm = clock.alarm(patience, this::ring);
        }

        CompletableFuture<Awaited> begin() {
            begun = true;
            watchers.add(look);
            alarm.setTo(Instant.MAX);
            look();
            return outcome;
        }

        /** In a world that has just ended it rings while it is made. */
        private void ring() {
            if (begun) {
                look();
            }
        }

        private void look(Entry entry) {
            if (query.matches(entry)) {
                look();
            }
        }

        private synchronized void look() {
            List<Entry> found = find(query);
            if (found.size() >= count || alarm.isOutOfPatience()) {
                watchers.remove(look);
                alarm.cancel();
                boolean complete = found.size() >= count;
                outcome.complete(new Awaited(complete, found, complete ? List.of() : nearest(query)));
            }
        }
    }
}
