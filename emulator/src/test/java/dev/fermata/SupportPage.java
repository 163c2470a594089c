package dev.fermata;

import dev.fermata.fidelity.Fidelity;
import dev.fermata.fidelity.Fidelity.Level;
import dev.fermata.fidelity.SupportTable;
import dev.fermata.fidelity.SupportTable.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The README's account of what is emulated, written from the annotations on the code. */
final class SupportPage {
    private final SupportTable table = Fermata.fidelity();
    private final List<Line> absent = table.operations().stream()
            .filter(line -> line.fidelity().isEmpty())
            .toList();

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| vendor | operation | fidelity | source |");
        lines.add("|---|---|---|---|");
        table.operations().stream()
                .filter(line -> line.fidelity().isPresent())
                .forEach(line -> lines.add(row(line, line.fidelity().orElseThrow())));
        lines.add("");
        lines.add("Absent, and answered `501` by name: the other " + absent.size() + " of Flat's " + published("Flat")
                + " operations.");
        lines.add("");
        lines.add("<details><summary>Their names</summary>");
        lines.add("");
        lines.add(absent.stream()
                .map(line -> "`" + line.operation().id() + "`")
                .sorted()
                .collect(Collectors.joining(", ")));
        lines.add("");
        lines.add("</details>");
        for (Level level : List.of(Level.ASSUMED, Level.OBSERVED, Level.DOCUMENTED)) {
            lines.add("");
            lines.add("<details" + (level == Level.ASSUMED ? " open" : "") + "><summary>Behaviours that are "
                    + label(level) + "</summary>");
            lines.add("");
            table.behaviours().stream()
                    .map(SupportTable.Behaviour::fidelity)
                    .filter(fidelity -> fidelity.level() == level)
                    .forEach(fidelity ->
                            lines.add("- " + escaped(fidelity.behaviour()) + " (" + fidelity.source() + ")"));
            lines.add("");
            lines.add("</details>");
        }
        return String.join("\n", lines) + "\n";
    }

    private long published(String vendor) {
        return table.operations().stream()
                .filter(line -> line.vendor().equals(vendor))
                .count();
    }

    private static String row(Line line, Fidelity fidelity) {
        return "| " + line.vendor() + " | `" + line.operation().method() + " "
                + line.operation().path() + "` | " + label(fidelity.level()) + " | " + fidelity.source() + " |";
    }

    /** Angle brackets as a page shows them, and not as a tag. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String label(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
