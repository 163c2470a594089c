package dev.fermata.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.account.Plan;
import dev.fermata.account.RateLimit;
import dev.fermata.job.At;
import dev.fermata.job.Failure;
import dev.fermata.job.Twist;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Sheet;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.Times;
import dev.fermata.scenario.When;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Scenarios in JSON: {@code {"name": …, "when": {…}, "then": {…}}}. One without {@code then} is that of the catalogue with
 * this name, at other times if it says when.
 */
public final class ScenarioReader {
    private static final Set<String> FIELDS = Set.of("name", "summary", "advice", "when", "then");
    private static final Set<String> WHEN =
            Set.of("vendor", "operation", "account", "document", "after", "times", "every", "probability", "seed");
    private static final Set<String> DOCUMENT = Set.of("name", "sha256", "pages");

    private ScenarioReader() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it makes no sense; its message names the field
     */
    public static Scenario read(JsonNode json) {
        Fields fields = Fields.of(json, "", FIELDS);
        String name = fields.text("name").orElseThrow(() -> new IllegalArgumentException("name is missing"));
        Optional<JsonNode> then = fields.at("then");
        Optional<When> when = fields.at("when").map(ScenarioReader::when);
        if (then.isEmpty()) {
            Scenario known = Catalogue.named(name);
            return when.map(known::when).orElse(known);
        }
        return new Scenario(
                name,
                fields.text("summary").orElse(""),
                fields.text("advice").orElse(""),
                when.orElse(When.ALWAYS),
                then(then.get()));
    }

    private static When when(JsonNode json) {
        Fields fields = Fields.of(json, "when", WHEN);
        return new When(
                fields.text("vendor"),
                fields.text("operation"),
                fields.text("account"),
                fields.at("document").map(ScenarioReader::sheet),
                new Times(
                        fields.number("after").orElse(0),
                        fields.number("times").orElse(Times.ALWAYS),
                        fields.number("every").orElse(1),
                        fields.decimal("probability").orElse(1),
                        fields.number("seed").orElse(0)));
    }

    private static Sheet sheet(JsonNode json) {
        Fields fields = Fields.of(json, "when.document", DOCUMENT);
        Optional<String> pages = fields.text("pages");
        if (pages.filter(range -> !range.matches("[1-9]\\d{0,8}|[1-9]\\d{0,8}-([1-9]\\d{0,8})?"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "when.document.pages is like \"3\", \"3-5\" or \"3-\", not " + pages.get());
        }
        String[] ends = pages.orElse("1-").split("-", -1);
        int fewest = Integer.parseInt(ends[0]);
        int most = ends.length == 1 ? fewest : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
        return new Sheet(fields.text("name"), fields.text("sha256"), fewest, most);
    }

    private static Then then(JsonNode json) {
        Fields fields = Fields.of(json, "then", Set.of());
        String kind = fields.onlyOneOf(
                "job",
                "error",
                "proxyPage",
                "garbled",
                "latency",
                "slowBody",
                "reset",
                "refused",
                "credits",
                "plan",
                "limit");
        return switch (kind) {
            case "job" -> new Then.Job(twist(fields));
            case "error" -> new Then.Refusal(fields.required("error"), fields.text("code"));
            case "proxyPage" -> new Then.ProxyPage(fields.required("proxyPage"));
            case "garbled" -> new Then.Garbled(fields.choice("garbled", Then.Garbling.class));
            case "latency" ->
                new Then.Latency(
                        fields.duration("latency").orElseThrow(),
                        fields.duration("jitter").orElse(Duration.ZERO));
            case "slowBody" -> new Then.SlowBody(fields.duration("slowBody").orElseThrow());
            case "reset" -> new Then.Reset(fields.choice("reset", Then.Reset.At.class));
            case "refused" -> new Then.Refused(fields.duration("refused").orElseThrow());
            case "credits" -> new Then.Credits(fields.required("credits"));
            case "plan" -> new Then.Subscribed(fields.choice("plan", Plan.class));
            default ->
                new Then.Limited(new RateLimit.Rule(
                        fields.required("limit"), fields.duration("window").orElse(Duration.ofSeconds(1))));
        };
    }

    private static Twist twist(Fields fields) {
        String what = fields.text("job").orElseThrow();
        OptionalInt percent = fields.number("atPercent");
        return switch (what) {
            case "fails" ->
                new Twist.Fails(
                        fields.choice("because", Failure.class),
                        fields.number("atPage").isPresent()
                                ? At.page(fields.required("atPage"))
                                : At.percent(percent.orElse(50)));
            case "stalls" -> new Twist.Stalls(percent.orElse(50));
            case "slower" -> new Twist.Slower(fields.decimal("factor").orElse(10));
            case "goes-back" -> new Twist.GoesBack(fields.required("from"), fields.required("to"));
            case "without-result" -> new Twist.WithoutResult();
            case "result-late" ->
                new Twist.ResultLate(
                        fields.duration("by").orElseThrow(() -> new IllegalArgumentException("then.by is missing")));
            case "vanishes" -> new Twist.Vanishes(percent.orElse(100));
            case "awaits-forever" -> new Twist.AwaitsForever();
            default ->
                throw new IllegalArgumentException("then.job is fails, stalls, slower, goes-back, without-result,"
                        + " result-late, vanishes or awaits-forever, not " + what);
        };
    }
}
