package dev.fermata.snapshot.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.job.script.JobFault;
import dev.fermata.scenario.Then;
import dev.fermata.snapshot.spelling.Spelling;
import java.time.Duration;
import java.util.Optional;

/** What a scenario does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(ThenJson.Job.class),
    @JsonSubTypes.Type(ThenJson.Refusal.class),
    @JsonSubTypes.Type(ThenJson.ProxyPage.class),
    @JsonSubTypes.Type(ThenJson.Garbled.class),
    @JsonSubTypes.Type(ThenJson.Latency.class),
    @JsonSubTypes.Type(ThenJson.SlowBody.class),
    @JsonSubTypes.Type(ThenJson.Reset.class),
    @JsonSubTypes.Type(ThenJson.Refused.class),
    @JsonSubTypes.Type(ThenJson.Credits.class),
    @JsonSubTypes.Type(ThenJson.Subscribed.class),
    @JsonSubTypes.Type(ThenJson.Limited.class)
})
sealed interface ThenJson {
    static Spelling<Then, ThenJson> spelling() {
        return new Spelling<>(Then.class, ThenJson.class, ThenJson::of, ThenJson::value);
    }

    static ThenJson of(Then then) {
        if (then instanceof Then.Job job) {
            return new Job(job.fault());
        } else if (then instanceof Then.Refusal refusal) {
            return new Refusal(refusal.status(), refusal.code());
        } else if (then instanceof Then.ProxyPage page) {
            return new ProxyPage(page.status());
        } else if (then instanceof Then.Garbled garbled) {
            return new Garbled(garbled.how());
        } else if (then instanceof Then.Latency latency) {
            return new Latency(latency.by(), latency.jitter());
        } else if (then instanceof Then.SlowBody slow) {
            return new SlowBody(slow.over());
        } else if (then instanceof Then.Reset reset) {
            return new Reset(reset.at());
        } else if (then instanceof Then.Refused refused) {
            return new Refused(refused.until());
        } else if (then instanceof Then.Credits credits) {
            return new Credits(credits.left());
        } else if (then instanceof Then.Subscribed subscribed) {
            return new Subscribed(subscribed.plan());
        }
        return new Limited(((Then.Limited) then).rule());
    }

    Then value();

    @JsonTypeName("Job")
    record Job(JobFault fault) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Job(fault);
        }
    }

    @JsonTypeName("Refusal")
    record Refusal(int status, Optional<String> code) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Refusal(status, code);
        }
    }

    @JsonTypeName("ProxyPage")
    record ProxyPage(int status) implements ThenJson {
        @Override
        public Then value() {
            return new Then.ProxyPage(status);
        }
    }

    @JsonTypeName("Garbled")
    record Garbled(Then.Garbling how) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Garbled(how);
        }
    }

    @JsonTypeName("Latency")
    record Latency(Duration by, Duration jitter) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Latency(by, jitter);
        }
    }

    @JsonTypeName("SlowBody")
    record SlowBody(Duration over) implements ThenJson {
        @Override
        public Then value() {
            return new Then.SlowBody(over);
        }
    }

    @JsonTypeName("Reset")
    record Reset(Then.Reset.At at) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Reset(at);
        }
    }

    @JsonTypeName("Refused")
    record Refused(Duration until) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Refused(until);
        }
    }

    @JsonTypeName("Credits")
    record Credits(int left) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Credits(left);
        }
    }

    @JsonTypeName("Subscribed")
    record Subscribed(Plan plan) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Subscribed(plan);
        }
    }

    @JsonTypeName("Limited")
    record Limited(RateLimit.Rule rule) implements ThenJson {
        @Override
        public Then value() {
            return new Then.Limited(rule);
        }
    }
}
