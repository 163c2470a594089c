package dev.fermata.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.states.ProviderState;
import dev.fermata.states.ProviderState.Parameter;
import dev.fermata.states.StateCatalogue;
import dev.fermata.testing.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on provider states is complete. {@code -Dreadme=write} writes its table. */
class StatesPageTest {
    private static final Page PAGE = Page.called("provider-states.md");

    @Test
    void itsTableIsTheCatalogue() {
        String table = StateCatalogue.all().stream()
                .map(StatesPageTest::row)
                .collect(Collectors.joining("", "| given | contents | `params` | values |\n|---|---|---|---|\n", ""));
        PAGE.requireGenerated("states", table);
    }

    @Test
    void itDescribesTheCommonParametersAndValues() {
        for (Parameter parameter : ProviderState.COMMON_PARAMETERS) {
            assertTrue(PAGE.text().contains("`" + parameter.name() + "`"), parameter.name());
        }
        for (String value : ProviderState.COMMON_VALUES) {
            assertTrue(PAGE.text().contains("`" + value + "`"), value);
        }
    }

    private static String row(ProviderState state) {
        return "| `" + state.name() + "` | " + state.summary() + " | "
                + state.parameters().stream().map(StatesPageTest::words).collect(Collectors.joining("; ")) + " | "
                + quoted(state.values()) + " |\n";
    }

    private static String words(Parameter parameter) {
        return "`" + parameter.name() + "`"
                + (parameter.choices().isEmpty() ? " " + parameter.meaning() : ": " + quoted(parameter.choices()));
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
