package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.Fermata;
import dev.fermata.cli.CommandLineRun;
import dev.fermata.conduct.rule.Rulebook;
import dev.fermata.testing.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients in several languages, judged by all rules in real time, and the adapters for use in tests. */
class ConductTest {
    @TempDir
    Path folder;

    /** Puts a client through all exercises; as many at once as its start-up time allows. */
    private CommandLineRun check(int atOnce, String... client) {
        List<String> words = new ArrayList<>(
                List.of("check", "--report", folder.toString(), "--patience", "12", "--parallel", "" + atOnce, "--"));
        words.addAll(List.of(client));
        CommandLineRun run = CommandLineRun.of(words);
        Tally.count("clients", String.valueOf(Path.of(client[client.length - 1]).getFileName()));
        return run;
    }

    private static String clientOf(String file) {
        return Path.of("clients", "conduct", file).toString();
    }

    @Nested
    class EveryRuleIsKeptBy {
        private void assertGood(CommandLineRun run) {
            assertEquals(0, run.status(), run.toString());
            int rules = Rulebook.all().size();
            String all = rules + " of " + rules + " rules exercised: " + rules + " kept,";
            assertTrue(run.out().contains(all), run.out());
        }

        @Test
        void theGoodClientInJava() {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            assertGood(check(4, java, clientOf("GoodClient.java")));
        }

        @Test
        void theGoodClientInNode() {
            NodeClient.requireTools();
            assertGood(check(12, "node", clientOf("good-client.mjs")));
        }

        @Test
        void theGoodClientInPython() {
            PythonClient.requireThere();
            assertGood(check(12, "python3", clientOf("good_client.py")));
        }
    }

    @Nested
    class ARuleIsBrokenBy {
        @Test
        void theOfficialSdkWhichThrowsOnThe202ThatItShouldFollow() throws IOException {
            NodeClient.requireTools();
            CommandLineRun run = check(4, "node", clientOf("sdk-create-score.mjs"));
            assertEquals(1, run.status(), run.toString());
            JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve("report.json")));
            List<String> broken = new ArrayList<>();
            report.path("rules").forEach(rule -> {
                if (!List.of("pass", "not exercised")
                        .contains(rule.path("verdict").asText())) {
                    broken.add(rule.path("id").asText());
                }
            });
            assertEquals(List.of("accepted-is-followed"), broken, run.out());
        }
    }

    @Nested
    class TheAdapterJudgesIn {
        @Test
        void node() throws Exception {
            try (Fermata fermata = Fermata.start()) {
                String said = NodeClient.run(
                        Path.of("adapters", "fermata-conduct.test.mjs"),
                        Map.of("FERMATA_URL", fermata.url().toString()));
                assertTrue(said.contains("pass 5") && said.contains("fail 0"), said);
            }
        }

        @Test
        void python() throws Exception {
            try (Fermata fermata = Fermata.start()) {
                String said = PythonClient.run(
                        Path.of("adapters"),
                        "test_fermata_conduct.py",
                        Map.of("FERMATA_URL", fermata.url().toString()));
                assertTrue(said.contains("Ran 5 tests") && said.contains("OK"), said);
            }
        }

        @Test
        void fiftyLinesAtMost() throws IOException {
            for (String adapter : List.of("fermata-conduct.mjs", "fermata_conduct.py")) {
                int lines = Files.readAllLines(Path.of("adapters", adapter)).size();
                assertTrue(lines <= 50, adapter + " has " + lines);
            }
        }
    }
}
