package dev.fermata.job;

import dev.fermata.clock.VirtualClock;
import dev.fermata.job.order.Order;
import dev.fermata.job.schedule.Agenda;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.table.Tables;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Changes of jobs, each one change of the tables with one time; what is kept beside the rows follows when one is undone. */
final class JobChanges {
    private final Tables tables;
    private final VirtualClock clock;
    private final JobTable table;
    private final Admission admission;
    private final Eviction eviction;
    private final Agenda agenda;

    JobChanges(
            Tables tables, VirtualClock clock, JobTable table, Admission admission, Eviction eviction, Agenda agenda) {
        this.tables = tables;
        this.clock = clock;
        this.table = table;
        this.admission = admission;
        this.eviction = eviction;
        this.agenda = agenda;
    }

    /**
     * One change, and its time. That is read under the lock, and is not the time of the request: while a long upload
     * came in, others may have been told what has become of a job since, and a step of a time that is over must not
     * revive it.
     */
    <T> T change(Function<Instant, T> work) {
        return tables.change(() -> {
            tables.ifUndone(this::rebuild);
            return work.apply(clock.instant());
        });
    }

    /** Makes a step of a step-by-step job, within a change; answers whether there was one to make. */
    boolean step(Job job, Instant now) {
        Job row = table.current(job);
        boolean isMovable = row.isMovable(now);
        if (isMovable) {
            table.update(row.with(new JobEvent.Stepped(now)), now);
        }
        return isMovable;
    }

    /** Builds the queue, the running jobs, the order of eviction and the agenda from the rows. */
    void rebuild() {
        Instant now = clock.instant();
        admission.clear();
        eviction.clear();
        agenda.clear();
        List<Job> jobs = table.all();
        jobs.forEach(eviction::expect);
        jobs.forEach(job -> agenda.enter(job.id(), now));
        jobs.stream()
                .filter(job -> job.isStarted() && job.order().kind() != Order.Kind.EXPORT)
                .sorted(Comparator.comparing(Job::turnAt)
                        .thenComparing(Job::startedAt)
                        .thenComparing(Job::number))
                .forEach(job -> admission.enter(job, now));
    }
}
