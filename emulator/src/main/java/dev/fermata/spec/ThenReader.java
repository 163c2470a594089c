package dev.fermata.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.job.script.At;
import dev.fermata.job.script.Failure;
import dev.fermata.job.script.JobFault;
import dev.fermata.scenario.Then;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** The {@code then} of a scenario in JSON: one field names the effect, the others are its parameters. */
final class ThenReader {
    private static final String[] KINDS = {
        "job", "error", "proxyPage", "garbled", "latency", "slowBody", "reset", "refused", "credits", "plan", "limit"
    };

    private static final Duration SHORTEST = Duration.ofNanos(1);

    private ThenReader() {}

    static Then read(JsonNode json) {
        Fields fields = Fields.of(json, "then");
        String kind = fields.onlyOneOf(KINDS);
        Then then = fields.checked(kind, () -> then(kind, fields));
        fields.requireNoOther();
        return then;
    }

    private static Then then(String kind, Fields fields) {
        return switch (kind) {
            case "job" -> new Then.Job(fault(fields));
            case "error" -> new Then.Refusal(fields.required("error"), fields.text("code"));
            case "proxyPage" -> new Then.ProxyPage(fields.required("proxyPage"));
            case "garbled" -> new Then.Garbled(fields.choice("garbled", Then.Garbling.class));
            case "latency" -> new Then.Latency(duration(fields, "latency"), jitter(fields));
            case "slowBody" -> new Then.SlowBody(duration(fields, "slowBody"));
            case "reset" -> new Then.Reset(fields.choice("reset", Then.Reset.At.class));
            case "refused" -> new Then.Refused(duration(fields, "refused"));
            case "credits" -> new Then.Credits(fields.required("credits"));
            case "plan" -> new Then.Subscribed(fields.choice("plan", Plan.class));
            default -> limited(fields);
        };
    }

    private static Duration jitter(Fields fields) {
        Duration jitter = fields.duration("jitter").orElse(Duration.ZERO);
        return fields.checked("jitter", () -> new Then.Latency(SHORTEST, jitter).jitter());
    }

    private static Then limited(Fields fields) {
        int requests = fields.required("limit");
        Duration window = fields.duration("window").orElse(Duration.ofSeconds(1));
        fields.checked("limit", () -> new RateLimit.Rule(requests, Duration.ofSeconds(1)));
        return fields.checked("window", () -> new Then.Limited(new RateLimit.Rule(requests, window)));
    }

    private static JobFault fault(Fields fields) {
        String what = fields.text("job").orElseThrow(() -> fields.missing("job"));
        return switch (what) {
            case "fails" -> new JobFault.Fails(fields.choice("because", Failure.class), at(fields));
            case "stalls" -> percent(fields, 50, JobFault.Stalls::new);
            case "slower" -> {
                double factor = fields.decimal("factor").orElse(10);
                yield fields.checked("factor", () -> new JobFault.Slower(factor));
            }
            case "goes-back" -> {
                int from = fields.required("from");
                int to = fields.required("to");
                fields.checked("from", () -> new JobFault.GoesBack(from, 0));
                yield fields.checked("to", () -> new JobFault.GoesBack(from, to));
            }
            case "without-result" -> new JobFault.WithoutResult();
            case "result-late" -> fields.checked("by", () -> new JobFault.ResultLate(duration(fields, "by")));
            case "vanishes" -> percent(fields, 100, JobFault.Vanishes::new);
            case "awaits-once" -> new JobFault.AwaitsOnce();
            case "awaits-forever" -> new JobFault.AwaitsForever();
            default ->
                throw fields.bad(
                        "job",
                        "then.job must be fails, stalls, slower, goes-back, without-result, result-late, vanishes,"
                                + " awaits-once or awaits-forever, was " + what);
        };
    }

    private static At at(Fields fields) {
        Optional<JsonNode> page = fields.at("atPage");
        if (page.isEmpty()) {
            return percent(fields, 50, At::percent);
        }
        if (fields.at("atPercent").isPresent()) {
            throw fields.bad("atPage", "then.atPage and then.atPercent exclude each other");
        }
        return fields.checked("atPage", () -> At.page(fields.required("atPage")));
    }

    private static <T> T percent(Fields fields, int usual, IntFunction<T> making) {
        int percent = fields.number("atPercent").orElse(usual);
        return fields.checked("atPercent", () -> making.apply(percent));
    }

    private static Duration duration(Fields fields, String name) {
        return fields.duration(name).orElseThrow(() -> fields.missing(name));
    }
}
