package dev.fermata.journal;

import dev.fermata.clock.Alarm;
import dev.fermata.clock.VirtualClock;
import dev.fermata.journal.Journal.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A client that waits for entries. It counts matching entries as they are added and dropped; its journal calls it under
 * the journal's lock.
 */
final class Waiting {
    private final Journal journal;
    private final Query query;
    private final int wanted;
    private final Alarm alarm;
    private final CompletableFuture<Awaited> outcome = new CompletableFuture<>();
    private int found;

    Waiting(Journal journal, Query query, int wanted, Duration patience, VirtualClock clock) {
        this.journal = journal;
        this.query = query;
        this.wanted = wanted;
        this.alarm = clock.alarm(patience, this::look);
    }

    CompletableFuture<Awaited> begin() {
        journal.enter(this);
        alarm.setTo(Instant.MAX);
        look();
        return outcome;
    }

    /** Counts a new entry. */
    void count(Entry entry) {
        found += query.matches(entry) ? 1 : 0;
    }

    /** Stops counting an entry that the journal has dropped. */
    void discount(Entry forgotten) {
        found -= query.matches(forgotten) ? 1 : 0;
    }

    /** Whether enough entries match. */
    boolean hasAll() {
        return found >= wanted;
    }

    /** Ends the wait if there is a reason. In a world that has just ended the alarm rings before the wait starts. */
    void look() {
        journal.leave(this, () -> hasAll() || alarm.isOutOfPatience()).ifPresent(this::end);
    }

    private void end(List<Entry> kept) {
        alarm.cancel();
        List<Entry> matching = Journal.inOrder(kept, query);
        boolean complete = matching.size() >= wanted;
        outcome.complete(new Awaited(complete, matching, complete ? List.of() : Journal.nearest(kept, query)));
    }
}
