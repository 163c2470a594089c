package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.Journal;
import dev.fermata.journal.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a client did in a world, and how that ended: what rules judge.
 *
 * @param entries what it did, in the order in which the requests came
 * @param forgotten how many requests the journal has forgotten
 * @param ending how it ended
 */
public record Run(List<Entry> entries, long forgotten, Ending ending) {
    /** What a journal knows of a client, until now. */
    public static Run of(Journal journal, Ending ending) {
        return new Run(journal.find(Query.ALL), journal.forgotten(), ending);
    }

    /** The jobs that it was about, in the order in which they were first heard of. */
    public List<Errand> errands() {
        Map<String, List<Entry>> byJob = new LinkedHashMap<>();
        for (Entry entry : entries) {
            jobOf(entry, byJob.keySet())
                    .ifPresent(job -> byJob.computeIfAbsent(job, first -> new ArrayList<>())
                            .add(entry));
        }
        return byJob.entrySet().stream()
                .map(job -> new Errand(job.getKey(), job.getValue()))
                .toList();
    }

    /** The requests of this kind. */
    public List<Entry> all(Deed deed) {
        return entries.stream().filter(entry -> Deed.of(entry) == deed).toList();
    }

    /** What came after an entry. */
    public Stream<Entry> after(Entry entry) {
        return entries.stream().filter(later -> later.number() > entry.number());
    }

    /** The next request for the same thing by the same account, whatever its query. */
    public Optional<Entry> next(Entry entry) {
        return after(entry).filter(later -> isSame(entry, later)).findFirst();
    }

    /** The last request for the same thing by the same account before it. */
    public Optional<Entry> previous(Entry entry) {
        return entries.stream()
                .filter(earlier -> earlier.number() < entry.number() && isSame(earlier, entry))
                .reduce((first, second) -> second);
    }

    /** A request that was refused before anybody looked what it was about still has the job in its path. */
    private static Optional<String> jobOf(Entry entry, Set<String> known) {
        return entry.gist().job().isEmpty()
                ? Stream.of(place(entry).split("/", -1)).filter(known::contains).findFirst()
                : Optional.of(entry.gist().job());
    }

    private static boolean isSame(Entry one, Entry other) {
        return one.method().equals(other.method())
                && one.account().equals(other.account())
                && place(one).equals(place(other));
    }

    /** A path without its query. */
    public static String place(Entry entry) {
        return entry.path().replaceFirst("[?].*", "");
    }
}
