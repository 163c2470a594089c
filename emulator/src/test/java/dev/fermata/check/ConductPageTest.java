package dev.fermata.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.cli.CheckCommand;
import dev.fermata.conduct.Verdict;
import dev.fermata.conduct.exercise.Exercises;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.testing.page.Page;
import dev.fermata.vendor.VendorName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page on conduct is complete. {@code -Dreadme=write} writes its tables. */
class ConductPageTest {
    private static final Page PAGE = Page.called("conduct.md");

    @Test
    void listsTheRules() {
        assertTable(
                "rules",
                "| rule | | about | a client should | source |\n|---|---|---|---|---|\n",
                Rulebook.all(),
                rule -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                rule.id(),
                                rule.level(),
                                rule.vendors().stream().map(VendorName::label).collect(Collectors.joining(", ")),
                                rule.demand(),
                                rule.source()));
    }

    @Test
    void listsTheSets() {
        assertTable(
                "sets",
                "| set | rules |\n|---|---|\n",
                Rulebook.sets().entrySet().stream()
                        .filter(set -> set.getValue().size() < Rulebook.all().size())
                        .toList(),
                set -> "| `" + set.getKey() + "` | "
                        + set.getValue().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + " |");
    }

    @Test
    void listsTheExercises() {
        assertTable(
                "exercises",
                "| exercise | what happens |\n|---|---|\n",
                Exercises.all(),
                exercise -> "| `" + exercise.name() + "` | " + exercise.summary() + " |");
    }

    @Test
    void listsTheVariables() {
        assertTable(
                "variables",
                "| variable | |\n|---|---|\n",
                List.of(Variable.values()),
                variable -> "| `" + variable + "` | " + variable.meaning() + " |");
    }

    @Test
    void listsTheOptions() {
        List<String> options = new CommandLine(new CheckCommand())
                .getCommandSpec().options().stream()
                        .filter(option -> option.arity().max() > 0)
                        .map(CommandLine.Model.OptionSpec::longestName)
                        .sorted()
                        .toList();
        assertEquals(
                options, PAGE.all("^\\| `(--[a-z-]+) [A-Z]").stream().sorted().toList());
    }

    @Test
    void listsTheVerdicts() {
        List<String> shown = PAGE.all("^\\| `([a-z ]+)` \\|");
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            assertEquals(1, shown.stream().filter(kind.label()::equals).count(), kind.label());
        }
    }

    private static <T> void assertTable(String name, String head, List<T> things, Function<T, String> row) {
        String table = things.stream().map(row).collect(Collectors.joining("\n", head, "\n"));
        PAGE.requireGenerated(name, table);
    }
}
