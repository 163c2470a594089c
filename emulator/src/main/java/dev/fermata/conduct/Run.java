package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.Journal;
import dev.fermata.journal.Query;
import dev.fermata.vendor.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client did in a world, and how that ended: what rules judge. Immutable. A journal may hold many thousand
 * requests, so what rules ask of each of them is known in advance.
 */
public final class Run {
    private final List<Entry> entries;
    private final long forgotten;
    private final Ending ending;
    private final List<JobTrace> traces;
    private final Map<Long, JobTrace> errandByEntry = new HashMap<>();
    private final Map<List<String>, Long> lastSuccess = new HashMap<>();
    private final Map<Long, Entry> next = new HashMap<>();
    private final Map<Long, Entry> previous = new HashMap<>();

    /**
     * A run.
     *
     * @param entries what was done, in the order in which the requests came
     * @param forgotten how many requests the journal has forgotten
     */
    public Run(List<Entry> entries, long forgotten, Ending ending) {
        this.entries = List.copyOf(entries);
        this.forgotten = forgotten;
        this.ending = ending;
        this.traces = errandsIn(entries);
        traces.forEach(trace -> trace.entries().forEach(entry -> errandByEntry.put(entry.number(), trace)));
        Map<List<String>, Entry> last = new HashMap<>();
        for (Entry entry : entries) {
            List<String> what = whatOf(entry);
            if (entry.status() / 100 == 2) {
                lastSuccess.put(what, entry.number());
            }
            Entry before = last.put(what, entry);
            if (before != null) {
                next.put(before.number(), entry);
                previous.put(entry.number(), before);
            }
        }
    }

    /** What a journal knows of a client, until now. */
    public static Run of(Journal journal, Ending ending) {
        return new Run(journal.find(Query.ALL), journal.forgotten(), ending);
    }

    /** What the client did, in the order in which the requests came. */
    public List<Entry> entries() {
        return entries;
    }

    /** How many requests the journal has forgotten. */
    public long forgotten() {
        return forgotten;
    }

    /** How it ended. */
    public Ending ending() {
        return ending;
    }

    /** The jobs that it was about, in the order in which they were first heard of. */
    public List<JobTrace> traces() {
        return traces;
    }

    /** The job that a request was about, if it was about one. */
    public Optional<JobTrace> errandOf(Entry entry) {
        return Optional.ofNullable(errandByEntry.get(entry.number()));
    }

    /** Whether both were about the same job. */
    public boolean areOfOneJob(Entry one, Entry other) {
        return errandOf(one)
                .map(JobTrace::job)
                .filter(job -> errandOf(other).map(JobTrace::job).equals(Optional.of(job)))
                .isPresent();
    }

    /** The requests of this kind. */
    public List<Entry> all(Purpose purpose) {
        return entries.stream().filter(entry -> entry.purpose() == purpose).toList();
    }

    /** What came after an entry. */
    public Stream<Entry> after(Entry entry) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).number() <= entry.number()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return entries.subList(low, entries.size()).stream();
    }

    /** The next request for the same thing by the same account, whatever its query. */
    public Optional<Entry> next(Entry entry) {
        return Optional.ofNullable(next.get(entry.number()));
    }

    /** Whether a later request for the same thing by the same account went well. */
    public boolean wentWellLater(Entry entry) {
        return lastSuccess.getOrDefault(whatOf(entry), 0L) > entry.number();
    }

    /** The last request for the same thing by the same account before it. */
    public Optional<Entry> previous(Entry entry) {
        return Optional.ofNullable(previous.get(entry.number()));
    }

    private static List<JobTrace> errandsIn(List<Entry> entries) {
        Map<String, List<Entry>> byJob = new LinkedHashMap<>();
        for (Entry entry : entries) {
            jobOf(entry, byJob.keySet())
                    .ifPresent(job -> byJob.computeIfAbsent(job, first -> new ArrayList<>())
                            .add(entry));
        }
        return byJob.entrySet().stream()
                .map(job -> new JobTrace(job.getKey(), job.getValue()))
                .toList();
    }

    /** A download, and a request that was refused before anybody looked what it was about, has the job in its path. */
    private static Optional<String> jobOf(Entry entry, Set<String> known) {
        return entry.summary().job().isEmpty()
                ? Stream.of(place(entry).split("/", -1)).filter(known::contains).findFirst()
                : Optional.of(entry.summary().job());
    }

    /** What it asks for, and for whom. */
    private static List<String> whatOf(Entry entry) {
        return List.of(entry.method(), entry.account(), place(entry));
    }

    /** The path of a request without its query. */
    public static String place(Entry entry) {
        int query = entry.path().indexOf('?');
        return query < 0 ? entry.path() : entry.path().substring(0, query);
    }
}
