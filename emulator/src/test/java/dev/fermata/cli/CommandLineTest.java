package dev.fermata.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.fixtures.BrokenPdfs;
import dev.fermata.fixtures.OddPdfs;
import dev.fermata.fixtures.SheetMusic;
import dev.fermata.scenario.Catalogue;
import dev.fermata.scenario.Scenario;
import dev.fermata.testing.ControlClient;
import dev.fermata.testing.FlatClient;
import dev.fermata.testing.OmrClient;
import dev.fermata.testing.ServeProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, as a person or a script meets it. */
class CommandLineTest {
    @TempDir
    Path folder;

    private static CommandLineRun run(String... arguments) {
        return CommandLineRun.of(List.of(arguments));
    }

    @Nested
    class TheDemo {
        private CommandLineRun demo(String... more) {
            List<String> arguments = new ArrayList<>(List.of("demo", "--speed", "200", "--out", folder + "/out"));
            arguments.addAll(List.of(more));
            return run(arguments.toArray(String[]::new));
        }

        @Test
        void playsAllOfBothVendors() throws IOException {
            CommandLineRun demo = demo();
            try (Stream<Path> files = Files.list(folder.resolve("out"))) {
                assertEquals(
                        List.of(
                                "fermata-demo-omr.musicxml",
                                "fermata-demo.mid",
                                "fermata-demo.musicxml",
                                "fermata-demo.pdf",
                                "fermata-demo.png",
                                "flat-omr-request.json",
                                "flat-request.json"),
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList());
            }
            assertAll(
                    () -> assertEquals(0, demo.status(), demo.err()),
                    () -> assertTrue(demo.out().contains("202 task "), demo.out()),
                    () -> assertTrue(demo.out().contains("$ curl "), demo.out()),
                    () -> assertTrue(demo.out().contains("credits left: 997"), demo.out()),
                    () -> assertTrue(demo.out().contains("credits left: 999"), demo.out()));
        }

        @Test
        void saysInOneLineWhatIsWrongWithTheFile() throws IOException {
            Path locked = Files.write(folder.resolve("locked.pdf"), OddPdfs.encrypted("secret"));
            Path words = Files.write(folder.resolve("words.pdf"), BrokenPdfs.notAPdf());
            Path large = Files.write(folder.resolve("large.pdf"), OddPdfs.padded((10 << 20) + 1));
            assertRefused("there is no file " + folder.resolve("none.pdf"), folder.resolve("none.pdf"));
            assertRefused(words + " is not a PDF", words);
            assertRefused(large + " is larger than the 10 MB that ScoreFlow takes", large);
            assertRefused(locked + ": The PDF is password-protected (400)", locked);
        }

        private void assertRefused(String message, Path file) {
            CommandLineRun refused = demo(file.toString());
            assertEquals(1, refused.status());
            assertEquals("fermata: " + message + System.lineSeparator(), refused.err());
        }
    }

    @Nested
    class TheScenarios {
        @Test
        void areListedInEightyColumns() {
            CommandLineRun list = run("scenarios");
            List<String> lines = list.out().lines().toList();
            assertEquals(0, list.status());
            assertTrue(lines.get(0).matches("SCENARIO +WHAT HAPPENS +WHAT A GOOD CLIENT DOES *"), lines.get(0));
            for (String line : lines) {
                assertTrue(line.length() <= 80, line);
            }
            String words = list.out().replaceAll("\\s+", " ");
            for (Scenario scenario : Catalogue.all()) {
                assertTrue(lines.stream().anyMatch(line -> line.startsWith(scenario.name() + " ")), scenario.name());
                assertTrue(words.contains(scenario.summary().split(" ", -1)[0]), scenario.name());
            }
        }

        @Test
        void thatAreNotThereAreNamedInOneLine() throws IOException {
            Path words = Files.writeString(folder.resolve("words.json"), "[\n{\"name\": busy}]");
            Path wrong =
                    Files.writeString(folder.resolve("wrong.json"), "{\"name\": \"mine\", \"then\": {\"error\": 200}}");
            Path list = Files.writeString(folder.resolve("list.json"), "[{\"name\": \"busy-twice\"}, 7]");
            Path empty = Files.writeString(folder.resolve("empty.json"), "");
            assertRefused(
                    "there is neither a scenario nor a file called 'bussy';"
                            + " 'fermata scenarios' lists the scenarios that there are",
                    "bussy");
            assertRefused(
                    words + ", line 2: Unrecognized token 'busy': was expecting (JSON String, Number, Array, Object"
                            + " or token 'null', 'true' or 'false')",
                    words.toString());
            assertRefused(wrong + ": then.error: status must be from 400 to 599, was 200", wrong.toString());
            assertRefused(list + ": a scenario is a JSON object", list.toString());
            assertRefused(empty + ": a scenario is a JSON object", empty.toString());
        }

        private void assertRefused(String message, String scenario) {
            CommandLineRun refused = run("serve", "--scenario", scenario);
            assertEquals("fermata: " + message + System.lineSeparator(), refused.err());
            assertEquals(1, refused.status());
        }
    }

    @Nested
    class TheFixtures {
        @Test
        void areOneDocumentForEachScenarioThatADocumentCanAskFor() throws IOException {
            CommandLineRun fixtures = run("fixtures", folder + "/new/fixtures");
            assertEquals(0, fixtures.status(), fixtures.err());
            try (Stream<Path> files = Files.list(folder.resolve("new/fixtures"))) {
                assertEquals(
                        Catalogue.all().stream()
                                .filter(Scenario::isForDocuments)
                                .map(scenario -> "fermata-scenario-" + scenario.name() + ".pdf")
                                .sorted()
                                .toList(),
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }

        @Test
        void saysWhereItCannotWrite() throws IOException {
            Path file = Files.createFile(folder.resolve("file"));
            CommandLineRun refused = run("fixtures", file.toString());
            assertEquals(1, refused.status());
            assertTrue(refused.err().startsWith("fermata: cannot write to " + file), refused.err());
        }
    }

    @Nested
    class Serve {
        @Test
        void saysThatThePortIsTaken() {
            try (Fermata other = Fermata.start()) {
                String port = "" + other.url().getPort();
                CommandLineRun refused = run("serve", "--port", port);
                assertEquals(1, refused.status());
                assertTrue(refused.err().startsWith("fermata: cannot listen on 127.0.0.1:" + port), refused.err());
            }
        }

        @Test
        void refusesWordsThatMeanNothing() {
            assertAll(
                    () -> assertEquals(2, run("serve", "--pace", "quick").status()),
                    () -> assertEquals(2, run("serve", "--plan", "gold").status()),
                    () -> assertEquals(
                            2, run("serve", "--flat-rate-limit", "many").status()),
                    () -> assertEquals(2, run("serve", "--port", "http").status()),
                    () -> assertEquals(2, run("serve", "--port", "70000").status()),
                    () -> assertEquals(2, run("serve", "--credits", "-1").status()),
                    () -> assertEquals(
                            2, run("serve", "--credits", "1000000001").status()),
                    () -> assertEquals(
                            2, run("serve", "--flat-allowance", "1000000001").status()));
        }

        @Test
        void saysOneReadyLineServesAsTheEnvironmentSaysAndStopsWhenTold() throws Exception {
            Process serve = serve(Map.of("FERMATA_CREDITS", "0", "FERMATA_STRICT_TOKENS", "1"), "--token", "known");
            try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
                String ready = String.valueOf(out.readLine());
                URI flat = URI.create(ready.replaceFirst(".*Flat at ([^,]+),.*", "$1"));
                assertAll(
                        () -> assertTrue(ready.startsWith("Fermata is ready: Flat at http://127.0.0.1:"), ready),
                        () -> assertEquals(200, me(flat, "known").statusCode()),
                        () -> assertEquals(401, me(flat, "unknown").statusCode()));
                serve.toHandle().destroy(); // unlike destroy of the process, this leaves its output to be read
                assertTrue(serve.waitFor(30, TimeUnit.SECONDS), "it does not stop");
                assertEquals(null, out.readLine());
            } finally {
                serve.destroyForcibly();
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(List.of(), left.toList(), "it leaves files behind");
            }
        }

        @Test
        void playsTheScenariosOfTheEnvironmentInEveryWorldFromItsStart() throws Exception {
            Path file = Files.writeString(folder.resolve("mine.json"), """
                    [{"name": "mine", "when": {"operation": "getScore"}, "then": {"error": 409}}, {"name": "error-403",
                      "when": {"account": "poor"}}]""");
            Process serve = serve(Map.of("FERMATA_SCENARIO", "busy-twice," + file));
            try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
                URI flat = URI.create(String.valueOf(out.readLine()).replaceFirst(".*Flat at ([^,]+),.*", "$1"));
                for (String world : List.of("one", "two")) {
                    assertEquals(403, me(flat, "fermata_" + world + "_poor").statusCode());
                    assertEquals(503, me(flat, "fermata_" + world + "_rich").statusCode());
                    assertEquals(503, me(flat, "fermata_" + world + "_rich").statusCode());
                    assertEquals(200, me(flat, "fermata_" + world + "_rich").statusCode());
                }
            } finally {
                serve.destroyForcibly();
            }
        }

        @Test
        void beginsEveryWorldWithWhatAFileSaysAndTheFilesBesideIt() throws Exception {
            Files.write(
                    folder.resolve("sonata.pdf"),
                    SheetMusic.of("Sonata").pages(2).pdf());
            Path file = Files.writeString(folder.resolve("seed.json"), """
                    {"accounts": [{"vendor": "flat", "name": "me", "credits": 9}],
                     "jobs": [{"kind": "job", "account": "me", "file": "sonata.pdf", "id": "0123456789abcdef01234567"}]}""");
            Process serve = serve(Map.of("FERMATA_SEED", "" + file), "--id-seed", "7");
            try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
                URI flat = URI.create(String.valueOf(out.readLine()).replaceFirst(".*Flat at ([^,]+),.*", "$1"));
                FlatClient me = FlatClient.of(flat, "fermata_any_me");
                assertEquals(
                        "done", me.get("/omr/jobs/0123456789abcdef01234567").at("/status"));
                assertEquals(
                        List.of("Sonata"), me.get("/collections/root/scores").each("/title"));
                assertEquals(7, new OmrClient(me).credits());
            } finally {
                serve.destroyForcibly();
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"jobs\": 1}|jobs must be an array",
                    "{\"jobs\": [{\"kind\": \"job\", \"account\": \"me\", \"file\": \"none.pdf\"}]}|none.pdf cannot be read",
                    "{|line 1",
                    "{\"jobs\": [{\"kind\": \"job\", \"account\": \"me\", \"id\": \"1\"}]}|jobs.0: id must be like"
                })
        void saysWhatIsWrongWithASeed(String json, String reason) throws Exception {
            Path file = Files.writeString(folder.resolve("seed.json"), json);
            CommandLineRun serve = run("serve", "--port", "0", "--seed", "" + file);
            assertAll(
                    () -> assertNotEquals(0, serve.status()),
                    () -> assertTrue(serve.err().contains(reason), serve.err()));
        }

        @Test
        void saysTheControlTokenThatItMadeWhereOthersReachIt() throws Exception {
            Process serve = serve(Map.of("FERMATA_HOST", "0.0.0.0"));
            try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
                URI flat = URI.create(String.valueOf(out.readLine()).replaceFirst(".*Flat at ([^,]+),.*", "$1"));
                String said = String.valueOf(out.readLine());
                ControlClient control = ControlClient.of(flat);
                String token = said.replaceFirst("The control API asks for the token ", "");
                assertEquals(401, control.get("/worlds").status());
                assertEquals(
                        200,
                        control.with("Authorization", "Bearer " + token)
                                .get("/worlds")
                                .status());
            } finally {
                serve.destroyForcibly();
            }
        }

        @Test
        void keepsTheControlTokenOfTheEnvironmentToItself() throws Exception {
            Process serve = serve(Map.of("FERMATA_HOST", "0.0.0.0", "FERMATA_CONTROL_TOKEN", "secret"));
            try (BufferedReader out = serve.inputReader(StandardCharsets.UTF_8)) {
                URI flat = URI.create(String.valueOf(out.readLine()).replaceFirst(".*Flat at ([^,]+),.*", "$1"));
                ControlClient control = ControlClient.of(flat).with("Authorization", "Bearer secret");
                assertEquals(200, control.get("/worlds").status());
                serve.toHandle().destroy();
                assertTrue(serve.waitFor(30, TimeUnit.SECONDS), "it does not stop");
                assertEquals(null, out.readLine());
            } finally {
                serve.destroyForcibly();
            }
        }

        private Process serve(Map<String, String> environment, String... more) throws IOException {
            return ServeProcess.builder(folder, environment, more)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        private HttpResponse<String> me(URI flat, String token) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(flat + "/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        }
    }
}
