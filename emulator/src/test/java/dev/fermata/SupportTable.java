package dev.fermata;

import dev.fermata.fidelity.Fidelity;
import dev.fermata.fidelity.Fidelity.Level;
import dev.fermata.flat.api.FlatApi;
import dev.fermata.flat.api.FlatCatalogue;
import dev.fermata.flat.api.FlatCatalogue.Published;
import dev.fermata.scoreflow.ScoreFlowApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The README's account of what is emulated, written from the annotations on the code. */
final class SupportTable {
    /** ScoreFlow publishes no operation ids; ours are the names of the methods. */
    private static final List<Published> SCOREFLOW = List.of(
            new Published("POST", "/api/convert", "convert"),
            new Published("GET", "/api/convert/status/{conversionId}", "status"),
            new Published("GET", "/api/convert/download/{conversionId}", "download"));

    private final List<Class<?>> classes = new ArrayList<>(FlatApi.behaviours());
    private final List<Fidelity> said;
    private final List<Published> flat = FlatCatalogue.load().operations();

    SupportTable() {
        classes.addAll(ScoreFlowApi.behaviours());
        classes.addAll(Fermata.behaviours());
        this.said = Fidelity.of(classes);
    }

    /** Whether an operation of Flat's is emulated. */
    boolean emulates(Published operation) {
        return operationCalled(operation.id()).isPresent();
    }

    /** All that is read here. */
    List<Class<?>> classes() {
        return List.copyOf(classes);
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| vendor | operation | fidelity | source |");
        lines.add("|---|---|---|---|");
        flat.stream()
                .filter(this::emulates)
                .forEach(operation -> lines.add(row(
                        "Flat",
                        operation.method() + " /v2" + operation.path(),
                        operationCalled(operation.id()).orElseThrow())));
        SCOREFLOW.forEach(operation -> lines.add(row(
                "ScoreFlow",
                operation.method() + " " + operation.path(),
                operationCalled(operation.id()).orElseThrow())));
        lines.add("");
        lines.add("Absent, and answered `501` by name: the other "
                + flat.stream().filter(operation -> !emulates(operation)).count() + " of Flat's " + flat.size()
                + " operations.");
        lines.add("");
        lines.add("<details><summary>Their names</summary>");
        lines.add("");
        lines.add(flat.stream()
                .filter(operation -> !emulates(operation))
                .map(operation -> "`" + operation.id() + "`")
                .sorted()
                .collect(Collectors.joining(", ")));
        lines.add("");
        lines.add("</details>");
        for (Level level : List.of(Level.ASSUMED, Level.OBSERVED, Level.DOCUMENTED)) {
            lines.add("");
            lines.add("<details" + (level == Level.ASSUMED ? " open" : "") + "><summary>Behaviours that are "
                    + label(level) + "</summary>");
            lines.add("");
            said.stream()
                    .filter(fidelity -> fidelity.level() == level && !fidelity.isOperation())
                    .forEach(fidelity ->
                            lines.add("- " + escaped(fidelity.behaviour()) + " (" + fidelity.source() + ")"));
            lines.add("");
            lines.add("</details>");
        }
        return String.join("\n", lines) + "\n";
    }

    private Optional<Fidelity> operationCalled(String name) {
        return said.stream()
                .filter(fidelity -> fidelity.isOperation() && fidelity.member().equals(name))
                .findFirst();
    }

    private static String row(String vendor, String operation, Fidelity fidelity) {
        return "| " + vendor + " | `" + operation + "` | " + label(fidelity.level()) + " | " + fidelity.source() + " |";
    }

    /** Angle brackets as a page shows them, and not as a tag. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String label(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
