package dev.fermata.snapshot.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.fermata.job.order.InputFile;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.Script;
import dev.fermata.job.timeline.JobEvent;
import dev.fermata.job.timeline.JobState;
import dev.fermata.score.content.Answers.Answer;
import dev.fermata.score.content.Corrections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that has happened to a job. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(EventJson.Created.class),
    @JsonSubTypes.Type(EventJson.FileAdded.class),
    @JsonSubTypes.Type(EventJson.Started.class),
    @JsonSubTypes.Type(EventJson.TurnMoved.class),
    @JsonSubTypes.Type(EventJson.Stepped.class),
    @JsonSubTypes.Type(EventJson.Reviewed.class),
    @JsonSubTypes.Type(EventJson.Ended.class),
    @JsonSubTypes.Type(EventJson.Erased.class)
})
sealed interface EventJson {
    static EventJson of(JobEvent event) {
        if (event instanceof JobEvent.Created it) {
            return new Created(it.at(), it.files());
        }
        if (event instanceof JobEvent.FileAdded it) {
            return new FileAdded(it.at(), it.file());
        }
        if (event instanceof JobEvent.Started it) {
            return new Started(it.at(), it.script(), it.turnAt(), it.answer());
        }
        if (event instanceof JobEvent.TurnMoved it) {
            return new TurnMoved(it.at(), it.turnAt());
        }
        if (event instanceof JobEvent.Stepped it) {
            return new Stepped(it.at());
        }
        if (event instanceof JobEvent.Reviewed it) {
            return new Reviewed(it.at(), it.corrections());
        }
        if (event instanceof JobEvent.Ended it) {
            return new Ended(it.at(), it.kind(), it.failure());
        }
        return new Erased(event.at());
    }

    JobEvent value();

    @JsonTypeName("Created")
    record Created(Instant at, List<InputFile> files) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Created(at, files);
        }
    }

    @JsonTypeName("FileAdded")
    record FileAdded(Instant at, InputFile file) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.FileAdded(at, file);
        }
    }

    @JsonTypeName("Started")
    record Started(Instant at, Script script, Instant turnAt, Optional<Answer> answer) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Started(at, script, turnAt, answer);
        }
    }

    @JsonTypeName("TurnMoved")
    record TurnMoved(Instant at, Instant turnAt) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.TurnMoved(at, turnAt);
        }
    }

    @JsonTypeName("Stepped")
    record Stepped(Instant at) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Stepped(at);
        }
    }

    @JsonTypeName("Reviewed")
    record Reviewed(Instant at, Corrections corrections) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Reviewed(at, corrections);
        }
    }

    @JsonTypeName("Ended")
    record Ended(Instant at, JobState.Kind kind, Optional<Failure> failure) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Ended(at, kind, failure);
        }
    }

    @JsonTypeName("Erased")
    record Erased(Instant at) implements EventJson {
        @Override
        public JobEvent value() {
            return new JobEvent.Erased(at);
        }
    }
}
