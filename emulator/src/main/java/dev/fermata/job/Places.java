package dev.fermata.job;

import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.schedule.Agenda;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The places of one vendor's jobs in one world among those of the server. A place is taken before a job is made, and given
 * back when the job is evicted. Safe for use by many threads.
 */
final class Places {
    private final Tables tables;
    private final JobLimit limit;
    private final JobTable table;
    private final Admission admission;
    private final Erasure erasure;
    private final Eviction eviction;
    private final JobClients clients;
    private final Agenda agenda;
    private final JobChanges changes;
    private boolean closed;

    Places(
            Tables tables,
            JobLimit limit,
            JobTable table,
            Admission admission,
            Erasure erasure,
            Eviction eviction,
            JobClients clients,
            Agenda agenda,
            JobChanges changes) {
        this.tables = tables;
        this.limit = limit;
        this.table = table;
        this.admission = admission;
        this.erasure = erasure;
        this.eviction = eviction;
        this.clients = clients;
        this.agenda = agenda;
        this.changes = changes;
        limit.enter(this);
    }

    /** How many jobs have one. */
    int count() {
        return table.count();
    }

    /** Takes something in if the server has a place for it; the place is free again if it is not taken in. */
    Submission take(Function<Instant, Submission> taking) {
        if (!limit.take(1)) { // not under the lock: other worlds may have to evict
            return new Submission.Refused(new Refusal(Kind.SERVER_FULL, limit.most() + 1, limit.most()));
        }
        boolean keeps = false;
        try {
            Taken taken = changes.change(now -> {
                Submission submission = taking.apply(now);
                boolean isNew = submission instanceof Submission.Accepted;
                if (submission instanceof Submission.Accepted accepted) {
                    eviction.expect(accepted.job());
                }
                return new Taken(submission, isNew && !closed);
            });
            keeps = taken.keepsPlace();
            return taken.submission();
        } finally {
            if (!keeps) {
                limit.giveBack(1);
            }
        }
    }

    private record Taken(Submission submission, boolean keepsPlace) {}

    /** Evicts jobs that have ended, the oldest first; answers how many went. */
    int evict(int wanted) {
        return changes.change(now -> {
            List<Job> gone = closed ? List.of() : eviction.next(wanted, now);
            gone.forEach(job -> evict(job, now));
            tables.afterCommit(() -> {
                gone.forEach(job -> clients.forget(job.id()));
                limit.giveBack(gone.size());
                eviction.count(gone.size());
            });
            return gone.size();
        });
    }

    private void evict(Job job, Instant now) {
        boolean isHeld =
                job.expiresAt().isPresent() ? job.history().erasedAt().isEmpty() : !eviction.isScoreGone(job, now);
        erasure.release(isHeld ? job.files() : List.of());
        admission.forget(job, now);
        table.delete(job);
        agenda.enter(job.id(), now);
    }

    /** Gives the places back to other worlds. */
    void close() {
        tables.change(() -> {
            if (!closed) {
                closed = true;
                limit.leave(this, table.count());
            }
        });
    }
}
