package dev.fermata.job;

import dev.fermata.job.order.Export;
import dev.fermata.job.order.Order;
import dev.fermata.score.ScoreDraft;
import dev.fermata.table.Due;
import dev.fermata.table.Index;
import dev.fermata.table.Table;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The rows of jobs, and where they are looked up. Written within a change of the tables. */
final class JobTable {
    private final Table<Job> rows;
    private final Index<String, Job> byScore;
    private final Index<String, Job> byKey;
    private final Index<Export, Job> byExport;
    private final Due<Job> erasures;
    private final List<BiConsumer<Job, Instant>> whenWritten = new ArrayList<>();

    JobTable(Tables tables, String vendor) {
        rows = tables.add(vendor + " jobs", Job::id, Job::owner);
        byScore = rows.index(job -> job.order().draft().map(ScoreDraft::id).stream());
        byKey = rows.index(job -> keyOf(job.order()));
        byExport = rows.index(job -> job.order().export().stream());
        erasures = rows.due(Job::unnotedErasure);
    }

    /** Does something within each change that adds or changes a job, with the time of the change. */
    void whenWritten(BiConsumer<Job, Instant> action) {
        whenWritten.add(action);
    }

    void insert(Job job, Instant now) {
        rows.insert(job);
        whenWritten.forEach(action -> action.accept(job, now));
    }

    void update(Job job, Instant now) {
        rows.update(job);
        whenWritten.forEach(action -> action.accept(job, now));
    }

    void delete(Job job) {
        rows.delete(job.id());
    }

    Optional<Job> find(String id) {
        return rows.find(id);
    }

    /** A job as it is by now; one that was evicted as it was. */
    Job current(Job job) {
        return rows.find(job.id()).orElse(job);
    }

    /** The jobs with the same owner and key as an order, oldest first. */
    List<Job> orderedBefore(Order order) {
        return keyOf(order).flatMap(key -> byKey.rows(key).stream()).toList();
    }

    Optional<Job> makerOf(String score) {
        return byScore.first(score);
    }

    List<Job> exportersOf(Export export) {
        return byExport.rows(export);
    }

    List<Job> of(String owner) {
        return rows.of(owner);
    }

    int count() {
        return rows.count();
    }

    List<Job> all() {
        return rows.all();
    }

    /** The jobs whose time is over and whose data is still held. */
    List<Job> expired(Instant now) {
        return erasures.until(now);
    }

    /** When the time of a job is next over after {@code now}. */
    Optional<Instant> nextErasure(Instant now) {
        return erasures.next(now);
    }

    private static Stream<String> keyOf(Order order) {
        return order.key().map(key -> order.account() + "/" + key).stream();
    }
}
