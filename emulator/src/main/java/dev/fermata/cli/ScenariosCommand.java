package dev.fermata.cli;

import dev.fermata.scenario.Catalogue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fermata scenarios}: a table of 80 columns. */
@Command(
        name = "scenarios",
        description = "List what can be made to go wrong, by name, and what a good client does then.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScenariosCommand implements Runnable {
    private static final int NAME = 18;
    private static final int SUMMARY = 27;
    private static final int ADVICE = 31;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        print(out, "SCENARIO", "WHAT HAPPENS", "WHAT A GOOD CLIENT DOES");
        Catalogue.all().forEach(scenario -> print(out, scenario.name(), scenario.summary(), scenario.advice()));
        out.println();
        out.println("Play one with 'fermata serve --scenario NAME', or for a single request with");
        out.println("its header 'Fermata-Scenario: NAME'.");
    }

    private static void print(PrintWriter out, String name, String summary, String advice) {
        List<String> left = lines(summary, SUMMARY);
        List<String> right = lines(advice, ADVICE);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String row = padded(i == 0 ? name : "", NAME) + padded(at(left, i), SUMMARY) + at(right, i);
            out.println(row.stripTrailing());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** The words in lines of so many characters; all words are shorter. */
    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
