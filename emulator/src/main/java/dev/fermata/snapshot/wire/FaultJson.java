package dev.fermata.snapshot.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.util.stream.Stream;

/** A deviation of a job from its normal course. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(FaultJson.Fails.class),
    @JsonSubTypes.Type(FaultJson.Stalls.class),
    @JsonSubTypes.Type(FaultJson.Slower.class),
    @JsonSubTypes.Type(FaultJson.GoesBack.class),
    @JsonSubTypes.Type(FaultJson.WithoutResult.class),
    @JsonSubTypes.Type(FaultJson.ResultLate.class),
    @JsonSubTypes.Type(FaultJson.Vanishes.class),
    @JsonSubTypes.Type(FaultJson.AwaitsOnce.class),
    @JsonSubTypes.Type(FaultJson.AwaitsForever.class)
})
sealed interface FaultJson {
    static Stream<Spelling<?, ?>> spellings() {
        return Stream.of(
                new Spelling<>(JobFault.class, FaultJson.class, FaultJson::of, FaultJson::value),
                new Spelling<>(At.class, AtJson.class, AtJson::of, AtJson::value));
    }

    static FaultJson of(JobFault fault) {
        if (fault instanceof JobFault.Fails fails) {
            return new Fails(fails.because(), fails.at());
        } else if (fault instanceof JobFault.Stalls stalls) {
            return new Stalls(stalls.percent());
        } else if (fault instanceof JobFault.Slower slower) {
            return new Slower(slower.factor());
        } else if (fault instanceof JobFault.GoesBack back) {
            return new GoesBack(back.from(), back.to());
        } else if (fault instanceof JobFault.ResultLate late) {
            return new ResultLate(late.by());
        } else if (fault instanceof JobFault.Vanishes vanishes) {
            return new Vanishes(vanishes.percent());
        } else if (fault instanceof JobFault.AwaitsOnce) {
            return new AwaitsOnce();
        }
        return fault instanceof JobFault.AwaitsForever ? new AwaitsForever() : new WithoutResult();
    }

    JobFault value();

    @JsonTypeName("Fails")
    record Fails(Failure because, At at) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.Fails(because, at);
        }
    }

    @JsonTypeName("Stalls")
    record Stalls(int percent) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.Stalls(percent);
        }
    }

    @JsonTypeName("Slower")
    record Slower(double factor) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.Slower(factor);
        }
    }

    @JsonTypeName("GoesBack")
    record GoesBack(int from, int to) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.GoesBack(from, to);
        }
    }

    @JsonTypeName("WithoutResult")
    record WithoutResult() implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.WithoutResult();
        }
    }

    @JsonTypeName("ResultLate")
    record ResultLate(Duration by) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.ResultLate(by);
        }
    }

    @JsonTypeName("Vanishes")
    record Vanishes(int percent) implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.Vanishes(percent);
        }
    }

    @JsonTypeName("AwaitsOnce")
    record AwaitsOnce() implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.AwaitsOnce();
        }
    }

    @JsonTypeName("AwaitsForever")
    record AwaitsForever() implements FaultJson {
        @Override
        public JobFault value() {
            return new JobFault.AwaitsForever();
        }
    }

    record AtJson(At.Unit unit, int number) {
        static AtJson of(At at) {
            return new AtJson(at.unit(), at.number());
        }

        At value() {
            return new At(unit, number);
        }
    }
}
