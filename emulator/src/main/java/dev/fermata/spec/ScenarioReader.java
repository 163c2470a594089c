package dev.fermata.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.DocumentMatch;
import dev.fermata.scenario.Occurrences;
import dev.fermata.scenario.Scenario;
import dev.fermata.scenario.Then;
import dev.fermata.scenario.When;
import java.util.Optional;

/**
 * Scenarios in JSON: {@code {"name": …, "when": {…}, "then": {…}}}. Without {@code then}, the name refers to the
 * catalogue, and {@code when} replaces the condition.
 */
public final class ScenarioReader {
    private static final String PAGES = "[1-9]\\d{0,8}(-([1-9]\\d{0,8})?)?";

    private ScenarioReader() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is invalid; its message names the field
     */
    public static Scenario read(JsonNode json) {
        return read(Fields.of(json, ""));
    }

    public static Scenario read(Fields fields) {
        fields.requireOnly("name", "summary", "advice", "when", "then");
        String name = fields.text("name").orElseThrow(() -> fields.missing("name"));
        Optional<Then> then = fields.at("then").map(ThenReader::read);
        Scenario scenario = then.isPresent()
                ? fields.checked(
                        "name",
                        () -> new Scenario(
                                name,
                                fields.text("summary").orElse(""),
                                fields.text("advice").orElse(""),
                                When.ALWAYS,
                                then.get()))
                : fields.checked("name", () -> Catalogue.named(name));
        Optional<When> when = fields.at("when").map(said -> when(said, scenario.when()));
        fields.requireNoOther();
        return when.map(other -> fields.checked("when.document", () -> scenario.when(other)))
                .orElse(scenario);
    }

    /** Absent fields keep the values of the scenario. */
    private static When when(JsonNode json, When usual) {
        Fields fields = Fields.of(json, "when");
        Optional<String> vendor = fields.text("vendor").or(usual::vendor);
        Optional<String> operation = fields.text("operation")
                .map(name -> fields.checked("operation", () -> Operations.named(name)))
                .or(usual::operation);
        When when = fields.checked(
                "vendor",
                () -> new When(
                        vendor,
                        operation,
                        fields.text("account").or(usual::account),
                        fields.at("document").map(ScenarioReader::sheet).or(usual::document),
                        times(fields, usual.times())));
        fields.requireNoOther();
        return when;
    }

    private static Occurrences times(Fields fields, Occurrences usual) {
        int after = fields.number("after").orElse(usual.after());
        int times = fields.number("times").orElse(usual.times());
        int every = fields.number("every").orElse(usual.every());
        double probability = fields.decimal("probability").orElse(usual.probability());
        long seed = fields.large("seed").orElse(usual.seed());
        fields.checked("after", () -> new Occurrences(after, 1, 1, 1, 0));
        fields.checked("times", () -> new Occurrences(0, times, 1, 1, 0));
        fields.checked("every", () -> new Occurrences(0, 1, every, 1, 0));
        return fields.checked("probability", () -> new Occurrences(after, times, every, probability, seed));
    }

    private static DocumentMatch sheet(JsonNode json) {
        Fields fields = Fields.of(json, "when.document");
        Optional<String> name = fields.text("name");
        Optional<String> sha256 = fields.text("sha256");
        String pages = fields.text("pages").orElse("1-");
        fields.requireNoOther();
        if (!pages.matches(PAGES)) {
            throw fields.bad("pages", "when.document.pages must be like \"3\", \"3-5\" or \"3-\", was " + pages);
        }
        String[] ends = pages.split("-", -1);
        int fewest = Integer.parseInt(ends[0]);
        int most = ends.length == 1 ? fewest : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
        fields.checked("pages", () -> DocumentMatch.pages(fewest, most));
        name.ifPresent(pattern -> fields.checked("name", () -> DocumentMatch.named(pattern)));
        return fields.checked("sha256", () -> new DocumentMatch(name, sha256, fewest, most));
    }
}
