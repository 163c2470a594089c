package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.cli.CommandLineRun;
import dev.fermata.testing.Page;
import dev.fermata.testing.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on five minutes is correct: its client polls too fast, and passes with one number changed. */
class FiveMinutesTest {
    private static final Page PAGE = new Page(Path.of("..", "emulator", "docs", "five-minutes.md"));

    @TempDir
    Path folder;

    @Test
    void node() throws IOException {
        NodeClient.requireTools();
        assertTellsHasteFromPatience("js", "passed, 1000)", "passed, 5000)");
    }

    @Test
    void python() throws IOException {
        PythonClient.requireThere();
        assertTellsHasteFromPatience("python", "time.sleep(1)", "time.sleep(5)");
    }

    @Test
    void java() throws IOException {
        assertTellsHasteFromPatience("java", "Thread.sleep(1000)", "Thread.sleep(5000)");
    }

    private void assertTellsHasteFromPatience(String language, String hasty, String patient) throws IOException {
        String client = PAGE.blocks(language).get(0);
        List<String> command = commandFor(language);
        Path file = folder.resolve(command.get(command.size() - 1));
        command.set(command.size() - 1, file.toString());

        Files.writeString(file, client);
        CommandLineRun first = CommandLineRun.of(command);
        assertEquals(1, first.status(), first.toString());
        String shown = PAGE.all("```\n(poll-pace .*?\n.*?), and 7 times").get(0);
        assertTrue(first.out().contains(shown.lines().findFirst().orElseThrow()), first.out());
        assertTrue(first.out().contains(", 0 broken (SHOULD), 1 broken (MUST)"), first.out());

        assertTrue(client.contains(hasty), client);
        Files.writeString(file, client.replace(hasty, patient));
        CommandLineRun second = CommandLineRun.of(command);
        assertEquals(0, second.status(), second.toString());
        assertTrue(second.out().contains("poll-pace              pass"), second.out());
        Tally.count("clients", "five-minutes-" + language);
    }

    /** The command on the page that runs the preceding client. */
    private List<String> commandFor(String language) {
        int number = List.of("js", "python", "java").indexOf(language);
        String line = PAGE.blocks("sh").get(number).strip();
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        assertEquals("./fermata", words.remove(0));
        words.addAll(1, List.of("--report", folder.resolve("report").toString()));
        int client = words.indexOf("--") + 1;
        if (words.get(client).equals("java")) {
            words.set(
                    client,
                    Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
        return words;
    }
}
