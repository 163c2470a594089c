package dev.fermata.job.timeline;

import dev.fermata.job.order.InputFile;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobEvent.Created;
import dev.fermata.job.timeline.JobEvent.Ended;
import dev.fermata.job.timeline.JobEvent.Erased;
import dev.fermata.job.timeline.JobEvent.FileAdded;
import dev.fermata.job.timeline.JobEvent.Reviewed;
import dev.fermata.job.timeline.JobEvent.Started;
import dev.fermata.job.timeline.JobEvent.Stepped;
import dev.fermata.job.timeline.JobEvent.TurnMoved;
import dev.fermata.score.content.Answers.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that has happened to a job. Immutable; the state at an instant is computed by {@link Timetable}.
 *
 * @param events in the order in which they were noted; the first, and no other, is {@link Created}
 */
public record JobHistory(List<JobEvent> events) {
    /** Throws {@link IllegalArgumentException} unless the first event, and no other, is the creation. */
    public JobHistory {
        events = List.copyOf(events);
        if (events.isEmpty()
                || !(events.get(0) instanceof Created)
                || events.stream().filter(Created.class::isInstance).count() != 1) {
            throw new IllegalArgumentException("the first event of a job, and no other, must be Created");
        }
    }

    /**
     * How it runs.
     *
     * @param startedAt when it was started
     * @param turnAt when its turn comes; a step-by-step job does not ask
     * @param answer what is recognized, where that was supplied before
     */
    public record Run(Script script, Instant startedAt, Instant turnAt, Optional<Answer> answer) {
        /** When its place is free for the next, unless it is ended by hand. */
        public Instant leavesAt() {
            return Turn.comes(turnAt) ? script.busy().map(turnAt::plus).orElse(Turn.NEVER) : Turn.NEVER;
        }
    }

    /** The history of a job that was just created. */
    public static JobHistory created(Instant at, List<InputFile> files) {
        return new JobHistory(List.of(new Created(at, files)));
    }

    /** The same with one more event. */
    public JobHistory with(JobEvent event) {
        List<JobEvent> more = new ArrayList<>(events.size() + 1);
        more.addAll(events);
        more.add(event);
        return new JobHistory(more);
    }

    /** What had happened by {@code now}; before the job was created, what happened at its creation. */
    public JobHistory until(Instant now) {
        Instant end = now.isBefore(createdAt()) ? createdAt() : now;
        boolean isAll = events.stream().noneMatch(event -> event.at().isAfter(end));
        return isAll
                ? this
                : new JobHistory(events.stream()
                        .filter(event -> !event.at().isAfter(end))
                        .toList());
    }

    public Instant createdAt() {
        return creation().at();
    }

    /** When its files last changed. */
    public Instant changedAt() {
        return last(FileAdded.class).map(FileAdded::at).orElse(createdAt());
    }

    /** What it reads, in their order. */
    public List<InputFile> files() {
        List<InputFile> first = creation().files();
        if (last(FileAdded.class).isEmpty()) {
            return first;
        }
        List<InputFile> files = new ArrayList<>(first);
        for (JobEvent event : events) {
            if (event instanceof FileAdded added) {
                files.add(added.file());
            }
        }
        return List.copyOf(files);
    }

    /** How it runs, once it is started. */
    public Optional<Run> run() {
        return last(Started.class)
                .map(started -> new Run(started.script(), started.at(), turnOf(started), started.answer()));
    }

    /** How many steps it has made. */
    public int steps() {
        int steps = 0;
        for (JobEvent event : events) {
            steps += event instanceof Stepped ? 1 : 0;
        }
        return steps;
    }

    /** When it made the last step; when it was created, if it made none. */
    public Instant steppedAt() {
        return last(Stepped.class).map(Stepped::at).orElse(createdAt());
    }

    /** What came of its review, once that is over. */
    public Optional<Reviewed> review() {
        return last(Reviewed.class);
    }

    /** How it was ended by hand, if it was. */
    public Optional<Ended> end() {
        return last(Ended.class);
    }

    /** When its data was erased, as far as that is noted. */
    public Optional<Instant> erasedAt() {
        return last(Erased.class).map(Erased::at);
    }

    private Created creation() {
        return (Created) events.get(0);
    }

    private Instant turnOf(Started started) {
        return last(TurnMoved.class).map(TurnMoved::turnAt).orElse(started.turnAt());
    }

    private <E extends JobEvent> Optional<E> last(Class<E> kind) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (kind.isInstance(events.get(i))) {
                return Optional.of(kind.cast(events.get(i)));
            }
        }
        return Optional.empty();
    }
}
