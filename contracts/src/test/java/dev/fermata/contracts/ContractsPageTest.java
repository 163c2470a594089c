package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.contracts.cli.CommandLines;
import dev.fermata.testing.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on pacts matches the build. {@code -Dreadme=write} writes its table. */
class ContractsPageTest {
    private static final Page PAGE = new Page(Path.of("README.md"));

    @TempDir
    Path folder;

    @Test
    void itsTableHasThePactsThatComeAlong() throws IOException {
        String table = PactFile.all().stream()
                .map(file -> "| `" + file.name() + "` | " + file.examples().size() + " |\n")
                .collect(Collectors.joining("", "| pact | interactions |\n|---|---|\n", ""));
        PAGE.requireGenerated("pacts", table);
    }

    @Test
    void itsCommandsVerify() throws IOException {
        PactFile file = PactFile.all().stream()
                .filter(pact -> pact.name().equals("curl-scoreflow.json"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve(file.name()), file.content());
        List<String> commands = PAGE.blocks("sh").stream().map(String::strip).toList();
        assertEquals(2, commands.size());
        try (Fermata fermata = Fermata.start()) {
            for (String command : commands) {
                String said = CommandLines.run(command.replace("./fermata verify-pacts ", "")
                        .replace("target/pacts", folder.toString())
                        .replace("http://127.0.0.1:8480", fermata.url().toString()));
                assertTrue(said.contains("23 of 23 interactions hold"), said);
            }
        }
    }

    /** {@link ForeignPactTest} runs these. */
    @Test
    void itsSnippetsAreThoseThatAreRun() throws IOException {
        String script = Files.readString(Path.of("..", "client-tests", "pact-js", "verify.mjs"));
        assertTrue(script.endsWith(PAGE.blocks("js").get(0)), "verify.mjs is another");
        String plugin = PAGE.blocks("xml").get(0).indent(6);
        assertTrue(Files.readString(Path.of("src", "test", "maven", "pom.xml")).contains(plugin), "pom.xml is another");
        String consumer = Files.readString(Path.of("..", "client-tests", "pact-js", "practice-room.mjs"));
        assertTrue(
                PAGE.blocks("js").get(1).lines().limit(3).allMatch(consumer::contains), "practice-room.mjs is another");
    }
}
