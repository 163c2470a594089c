package dev.fermata.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What has happened to a job so far, and when it begins: with its script, all that its state depends on.
 *
 * @param createdAt when it was accepted
 * @param startsAt when its turn comes; a step-by-step job does not ask
 * @param steps how many steps it has made
 * @param steppedAt when it made the last of them
 * @param ended how it was ended by hand, if it was
 */
record Course(Instant createdAt, Instant startsAt, int steps, Instant steppedAt, Optional<End> ended) {
    /** An end that the script does not know of. */
    record End(Instant at, Optional<Failure> failure) {}

    static Course accepted(Instant createdAt, Instant startsAt) {
        return new Course(createdAt, startsAt, 0, createdAt, Optional.empty());
    }

    Course stepped(Instant at) {
        return new Course(createdAt, startsAt, steps + 1, at, ended);
    }

    Course startingAt(Instant start) {
        return new Course(createdAt, start, steps, steppedAt, ended);
    }

    Course endedAt(Instant at, Optional<Failure> failure) {
        return new Course(createdAt, startsAt, steps, steppedAt, Optional.of(new End(at, failure)));
    }

    JobState stateAt(Instant now, Script script) {
        if (ended.isPresent() && !now.isBefore(ended.get().at())) {
            End end = ended.get();
            return end.failure().isEmpty()
                    ? JobState.done(end.at())
                    : JobState.failed(
                            end.failure().get(), unendedAt(end.at(), script).percent(), end.at());
        }
        return unendedAt(now, script);
    }

    private JobState unendedAt(Instant now, Script script) {
        return script.stepwise() ? afterSteps(script) : afterTime(now, script);
    }

    private JobState afterSteps(Script script) {
        if (steps == 0) {
            return JobState.queued(createdAt);
        }
        return steps >= script.steps()
                ? JobState.done(steppedAt)
                : JobState.reading(steps, 100 * steps / script.steps(), steppedAt);
    }

    private JobState afterTime(Instant now, Script script) {
        if (now.isBefore(startsAt)) {
            return JobState.queued(createdAt);
        }
        Duration elapsed = Duration.between(startsAt, now);
        Duration work = script.work();
        if (elapsed.compareTo(work) >= 0) {
            return JobState.done(startsAt.plus(work));
        }
        int percent = (int) (100 * elapsed.toNanos() / work.toNanos());
        Duration reading = script.perPage().multipliedBy(script.pages());
        if (elapsed.compareTo(reading) >= 0) {
            return JobState.finishing(percent, startsAt.plus(reading));
        }
        long read = elapsed.toNanos() / script.perPage().toNanos();
        return JobState.reading(
                (int) read + 1, percent, startsAt.plus(script.perPage().multipliedBy(read)));
    }
}
