package dev.fermata.job.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * When each job next changes by itself, as far as it does. Not safe for use by many threads: used within a change of the
 * tables.
 *
 * <p>As time passes, an entry is replaced by the next change of its job. Some are with each write, so that jobs that have
 * ended do not gather here; the others when somebody asks.
 */
public final class Agenda {
    /** How many entries that are over are replaced with a write, at most. */
    private static final int REPLACED = 4;

    private record Entry(Instant at, String job) {}

    private final TreeSet<Entry> entries =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparing(Entry::job));
    private final Map<String, Entry> byJob = new HashMap<>();
    private final Function<String, Function<Instant, Optional<Instant>>> changes;

    /**
     * An empty one.
     *
     * @param changes when the job with an id next changes by itself after an instant; empty if it does not
     */
    public Agenda(Function<String, Function<Instant, Optional<Instant>>> changes) {
        this.changes = changes;
    }

    /** Enters a job that was written at {@code now}. */
    public void enter(String job, Instant now) {
        replace(job, now);
        for (int i = 0; i < REPLACED && isOver(now); i++) {
            replace(entries.first().job(), now);
        }
    }

    /** When the first change after {@code now} comes. */
    public Optional<Instant> next(Instant now) {
        while (isOver(now)) {
            replace(entries.first().job(), now);
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().at());
    }

    public void clear() {
        entries.clear();
        byJob.clear();
    }

    private boolean isOver(Instant now) {
        return !entries.isEmpty() && !entries.first().at().isAfter(now);
    }

    private void replace(String job, Instant now) {
        Entry before = byJob.remove(job);
        if (before != null) {
            entries.remove(before);
        }
        changes.apply(job).apply(now).map(at -> new Entry(at, job)).ifPresent(entry -> {
            entries.add(entry);
            byJob.put(job, entry);
        });
    }
}
