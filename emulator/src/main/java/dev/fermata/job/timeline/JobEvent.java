package dev.fermata.job.timeline;

import dev.fermata.job.order.InputFile;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Script;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Corrections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that has happened to a job. */
public sealed interface JobEvent {
    /** When it happened. */
    Instant at();

    /** The job was created with these files. */
    record Created(Instant at, List<InputFile> files) implements JobEvent {
        public Created {
            files = List.copyOf(files);
        }
    }

    /** A draft got one more file. */
    record FileAdded(Instant at, InputFile file) implements JobEvent {}

    /**
     * The job was started.
     *
     * @param turnAt when its turn comes, as far as was known; a step-by-step job does not ask
     * @param answer what is recognized, where that was supplied before
     */
    record Started(Instant at, Script script, Instant turnAt, Optional<Answer> answer) implements JobEvent {}

    /** A job before it in the queue was ended by hand, so that its turn comes earlier. */
    record TurnMoved(Instant at, Instant turnAt) implements JobEvent {}

    /** A step-by-step job made one step. */
    record Stepped(Instant at) implements JobEvent {}

    /** Its client ended the review. */
    record Reviewed(Instant at, Corrections corrections) implements JobEvent {}

    /**
     * The job was ended by hand, which its script does not know of.
     *
     * @param kind {@code DONE}, {@code FAILED} or {@code CANCELED}
     * @param failure why it failed; present if it failed
     */
    record Ended(Instant at, JobState.Kind kind, Optional<Failure> failure) implements JobEvent {}

    /** Its files and its result were erased, by its client or because its time was over. */
    record Erased(Instant at) implements JobEvent {}
}
