package dev.fermata.cli;

import dev.fermata.fixtures.SheetMusic;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.ReceivedDocument;
import dev.fermata.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fermata fixtures DIR}. */
@Command(
        name = "fixtures",
        description = "Write a PDF for each scenario that a document can ask for: whoever sends it, that happens to.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class FixturesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where they are written; made if it is not there.")
    private Path folder;

    @Override
    public void run() {
        List<Scenario> scenarios =
                Catalogue.all().stream().filter(Scenario::isForDocuments).toList();
        try {
            Files.createDirectories(folder);
            for (Scenario scenario : scenarios) {
                String marker = ReceivedDocument.MARKER + scenario.name();
                byte[] pdf = SheetMusic.of(scenario.name()).keywords(marker).pdf();
                Files.write(folder.resolve(marker + ".pdf"), pdf);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write to " + folder + ": " + e.getMessage(), e);
        }
        spec.commandLine()
                .getOut()
                .println(scenarios.size() + " documents in " + folder + ": " + ReceivedDocument.MARKER
                        + "NAME.pdf asks for the scenario NAME, under whatever name it is sent");
    }
}
