package dev.fermata;

import dev.fermata.option.Option;
import dev.fermata.testing.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on options says what the definitions say. {@code -Dreadme=write} writes its table. */
class OptionPageTest {
    private static final Page PAGE = new Page(Path.of("../docs/options.md"));

    @Test
    void itsTableIsTheDefinitions() {
        StringBuilder table = new StringBuilder("""
                | flag and variable | Java | allowed | default | meaning |
                |---|---|---|---|---|
                """);
        FermataOption.all().forEach(option -> table.append(row(option)));
        PAGE.requireGenerated("options", table.toString());
    }

    private static <T> String row(Option<T> option) {
        String unit = option.unit().isEmpty() ? "" : " (" + option.unit() + ")";
        return "| `%s` `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        option.flag(),
                        option.variable(),
                        option.java(),
                        escaped(option.type().allowed()) + unit,
                        option.defaultText() + inJava(option),
                        escaped(option.description()));
    }

    private static <T> String inJava(Option<T> option) {
        return option.whenServed().isEmpty()
                ? ""
                : "; in Java " + option.type().write(option.inJava().orElseThrow());
    }

    /** What Markdown would read as HTML. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;");
    }
}
