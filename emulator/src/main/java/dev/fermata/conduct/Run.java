package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.Journal;
import dev.fermata.journal.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client did in a world, and how its run ended: the input of the rules. Immutable.
 *
 * <p>A journal may hold thousands of requests, so the constructor prepares what rules look up for each of them.
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
     * @param entries the requests, in the order in which they arrived
     * @param forgotten the number of requests that the journal dropped
     */
    public Run(List<Entry> entries, long forgotten, Ending ending) {
        this.entries = List.copyOf(entries);
        this.forgotten = forgotten;
        this.ending = ending;
        this.traces = tracesIn(entries);
        traces.forEach(trace -> trace.entries().forEach(entry -> errandByEntry.put(entry.number(), trace)));
        Map<List<String>, Entry> last = new HashMap<>();
        for (Entry entry : entries) {
            List<String> what = targetOf(entry);
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

    /** The run that a journal has recorded until now. */
    public static Run of(Journal journal, Ending ending) {
        return new Run(journal.find(Query.ALL), journal.forgotten(), ending);
    }

    /** The client's requests, in the order in which they arrived. */
    public List<Entry> entries() {
        return entries;
    }

    /** The number of requests that the journal dropped. */
    public long forgotten() {
        return forgotten;
    }

    /** How the run ended. */
    public Ending ending() {
        return ending;
    }

    /** The jobs of this run, in the order in which they first appear. */
    public List<JobTrace> traces() {
        return traces;
    }

    /** The job that a request is about, if any. */
    public Optional<JobTrace> traceOf(Entry entry) {
        return Optional.ofNullable(errandByEntry.get(entry.number()));
    }

    /** Whether both requests are about the same job. */
    public boolean haveSameJob(Entry one, Entry other) {
        return traceOf(one)
                .map(JobTrace::job)
                .filter(job -> traceOf(other).map(JobTrace::job).equals(Optional.of(job)))
                .isPresent();
    }

    /** The requests with this purpose. */
    public List<Entry> all(Purpose purpose) {
        return entries.stream().filter(entry -> Purpose.of(entry) == purpose).toList();
    }

    /** The entries after this one. */
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

    /** The next request by the same account for the same method and path; the query may differ. */
    public Optional<Entry> next(Entry entry) {
        return Optional.ofNullable(next.get(entry.number()));
    }

    /** Whether a later request by the same account for the same method and path succeeded. */
    public boolean wentWellLater(Entry entry) {
        return lastSuccess.getOrDefault(targetOf(entry), 0L) > entry.number();
    }

    /** The previous request by the same account for the same method and path. */
    public Optional<Entry> previous(Entry entry) {
        return Optional.ofNullable(previous.get(entry.number()));
    }

    private static List<JobTrace> tracesIn(List<Entry> entries) {
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

    /** For a download, and for a request refused before its job was looked up, the job is known only from the path. */
    private static Optional<String> jobOf(Entry entry, Set<String> known) {
        return entry.summary().job().isEmpty()
                ? Stream.of(place(entry).split("/", -1)).filter(known::contains).findFirst()
                : Optional.of(entry.summary().job());
    }

    /** Method, path and account of the request. */
    private static List<String> targetOf(Entry entry) {
        return List.of(entry.method(), entry.account(), place(entry));
    }

    /** The path of a request without its query. */
    public static String place(Entry entry) {
        int query = entry.path().indexOf('?');
        return query < 0 ? entry.path() : entry.path().substring(0, query);
    }
}
