package dev.fermata.job;

import dev.fermata.document.Documents;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.order.Refusal;
import dev.fermata.job.order.Refusal.Kind;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets go of the files of jobs whose data is erased, each once. Used within a change of the tables.
 *
 * <p>A job is unreadable the moment its time is over, as that is computed. Its bytes go when something next happens in
 * the world: a call, an upload, a move of the clock.
 */
final class Erasure {
    private final Tables tables;
    private final JobTable table;
    private final Documents documents;

    Erasure(Tables tables, JobTable table, Documents documents) {
        this.tables = tables;
        this.table = table;
        this.documents = documents;
    }

    /** Erases a job that has ended; one that is erased stays so. */
    Optional<Refusal> erase(Job job, Instant now) {
        if (job.expiresAt().isEmpty()) {
            return Optional.of(Refusal.of(Kind.NOT_ERASABLE));
        }
        if (!job.stateAt(now).isTerminal()) {
            return Optional.of(Refusal.of(Kind.NOT_ENDED));
        }
        if (job.erasedAt(now).isEmpty()) {
            erased(job, now, now);
        }
        return Optional.empty();
    }

    /** Notes that the time of jobs is over. */
    void eraseExpired(Instant now) {
        for (Job job : table.expired(now)) {
            erased(job, job.expiresAt().orElseThrow(), now);
        }
    }

    /** Deletes files from the disk, so not before the change is committed. */
    void release(List<InputFile> files) {
        tables.afterCommit(() -> files.forEach(file -> documents.release(file.document())));
    }

    private void erased(Job job, Instant at, Instant now) {
        table.update(job.with(new JobEvent.Erased(at)), now);
        release(job.files());
    }
}
