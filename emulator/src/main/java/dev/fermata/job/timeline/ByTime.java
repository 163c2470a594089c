package dev.fermata.job.timeline;

import dev.fermata.job.script.JobFault.AwaitsForever;
import dev.fermata.job.script.Script;
import dev.fermata.job.script.Work;
import dev.fermata.job.timeline.JobEvent.Reviewed;
import dev.fermata.job.timeline.JobHistory.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A job that gets on as time passes: the instant says where in its work it is, and that what it is. */
record ByTime(JobHistory history, Run run) implements Progress {
    @Override
    public JobState stateAt(Instant now) {
        if (now.isBefore(run.turnAt())) {
            return JobState.of(JobState.Kind.QUEUED, 0, run.startedAt());
        }
        Script script = run.script();
        Work work = script.work();
        Duration place = placeAt(now);
        Optional<Duration> broken = script.breakdown().filter(at -> place.compareTo(at) >= 0);
        if (broken.isPresent()) {
            return JobState.failed(
                    script.failure().orElseThrow().because(), script.percentAt(broken.get()), timeOf(broken.get()));
        }
        int percent = script.percentAt(place);
        if (place.compareTo(work.read()) < 0) {
            int page = work.pageAt(place);
            Instant turned = timeOf(work.pages(page - 1));
            return JobState.reading(page, percent, sinceFall(place, turned));
        }
        if (resumedAt(now).isEmpty()) {
            return JobState.of(JobState.Kind.AWAITING, percent, readAt());
        }
        return place.compareTo(work.all()) < 0
                ? JobState.of(
                        JobState.Kind.FINISHING,
                        percent,
                        sinceFall(place, resumedAt(now).get()))
                : JobState.done(timeOf(work.all()));
    }

    @Override
    public Optional<Instant> nextChange(Instant now) {
        if (now.isBefore(run.turnAt())) {
            return Optional.of(run.turnAt()).filter(Turn::comes);
        }
        Script script = run.script();
        Work work = script.work();
        Duration place = placeAt(now);
        Duration pageRead = work.pages(work.pageAt(place));
        return Stream.of(
                        Optional.of(pageRead),
                        Optional.of(work.all()),
                        script.breakdown(),
                        script.fall(),
                        script.vanishing())
                .flatMap(Optional::stream)
                .filter(next -> next.compareTo(place) > 0 && next.compareTo(furthestAt(now)) <= 0)
                .min(Comparator.naturalOrder())
                .map(this::timeOf);
    }

    /** Where in its work it is, from its turn on. */
    private Duration placeAt(Instant now) {
        Duration walked = now.isBefore(readAt())
                ? Duration.between(run.turnAt(), now)
                : run.script().work().read().plus(finishedAt(now));
        return earlier(walked, furthestAt(now));
    }

    private Duration finishedAt(Instant now) {
        return run.script().isTimeless()
                ? run.script().work().finishing()
                : resumedAt(now).map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    /** How far it gets if nobody does anything. */
    private Duration furthestAt(Instant now) {
        Work work = run.script().work();
        Duration furthest = resumedAt(now).isPresent() ? work.all() : work.read();
        return run.script().stop().map(stop -> earlier(stop, furthest)).orElse(furthest);
    }

    private Instant timeOf(Duration place) {
        Script script = run.script();
        Duration read = script.work().read();
        return place.compareTo(read) <= 0
                ? run.turnAt().plus(script.lasting(place))
                : resumedAt(Instant.MAX).orElseThrow().plus(script.lasting(place.minus(read)));
    }

    private Instant readAt() {
        return timeOf(run.script().work().read());
    }

    /** When it went on after the last page. */
    private Optional<Instant> resumedAt(Instant now) {
        Script script = run.script();
        return !script.review()
                ? Optional.of(readAt())
                : history.review()
                        .map(Reviewed::at)
                        .filter(at -> !at.isAfter(now)
                                && script.fault(AwaitsForever.class).isEmpty());
    }

    /** Since when it is as it is: what it shows has perhaps dropped meanwhile. */
    private Instant sinceFall(Duration place, Instant before) {
        return run.script()
                .fall()
                .filter(fall -> fall.compareTo(place) <= 0)
                .map(this::timeOf)
                .filter(before::isBefore)
                .orElse(before);
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
