package dev.fermata.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Fermata;
import dev.fermata.contracts.client.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third-party pact, written by pact-js and verified by common verifiers. */
class ForeignPactTest {
    private static final Path SCRIPTS = Path.of("..", "client-tests", "pact-js");

    @TempDir
    static Path folder;

    private static Path right;
    private static Path wrong;
    private static Fermata fermata;
    private static final Set<String> VERIFIERS = new TreeSet<>();

    private record Run(int status, String said) {}

    @BeforeAll
    static void writeThePacts() throws Exception {
        Tools.require("node", "--version");
        Tools.requirePackage("@pact-foundation/pact");
        right = written("right");
        wrong = written("wrong");
        fermata = Fermata.start();
    }

    @AfterAll
    static void stop() throws IOException {
        Optional.ofNullable(fermata).ifPresent(Fermata::close);
        Tally.note(
                "verifiers",
                VERIFIERS.size(),
                "verifiers accepted a third-party pact: " + String.join(", ", VERIFIERS));
    }

    private static Path written(String how) throws Exception {
        Path into = folder.resolve(how);
        Run run = run("node", SCRIPTS.resolve("practice-room.mjs").toString(), into.toString(), how);
        assertEquals(0, run.status(), run.said());
        return into.resolve("practice-room-Flat.json");
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PACT_DO_NOT_TRACK", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    @Test
    void holdsByTheVerifierOfPactJs() throws Exception {
        Run run = byPactJs(right);
        assertEquals(0, run.status(), run.said());
        VERIFIERS.add("pact-js");
    }

    @Test
    void failsByTheVerifierOfPactJsAndNamesTheField() throws Exception {
        assertNamesTheField(byPactJs(wrong));
    }

    @Test
    void holdsByThePactMavenPlugin() throws Exception {
        Run run = byMaven(right);
        assertEquals(0, run.status(), run.said());
        VERIFIERS.add("the Pact Maven plugin");
    }

    @Test
    void failsByThePactMavenPluginAndNamesTheField() throws Exception {
        assertNamesTheField(byMaven(wrong));
    }

    @Test
    void holdsByVerifyPacts() throws Exception {
        Run run = byFermata(right);
        assertEquals(0, run.status(), run.said());
        assertTrue(run.said().contains("2 of 2 interactions hold"), run.said());
        VERIFIERS.add("verify-pacts");
    }

    @Test
    void failsByVerifyPactsAndNamesTheField() throws Exception {
        assertNamesTheField(byFermata(wrong));
    }

    private static void assertNamesTheField(Run run) {
        assertNotEquals(0, run.status(), run.said());
        assertTrue(run.said().contains("missing the following keys: estimatedCosts"), run.said());
    }

    private static Run byPactJs(Path pact) throws Exception {
        return run(
                "node",
                SCRIPTS.resolve("verify.mjs").toString(),
                fermata.url().toString(),
                pact.toAbsolutePath().toString());
    }

    private static Run byMaven(Path pact) throws Exception {
        Tools.require("mvn", "--version");
        List<String> command = new ArrayList<>(List.of("mvn", "--batch-mode", "--file", "src/test/maven/pom.xml"));
        if ("offline=true".equals(System.getProperty("maven.mode"))) {
            command.add("--offline");
        }
        command.addAll(List.of(
                "au.com.dius.pact.provider:maven:verify",
                "-Demulator.port=" + fermata.url().getPort(),
                "-Dpact=" + pact.toAbsolutePath()));
        return run(command.toArray(String[]::new));
    }

    /** Runs the command with the classpath of this test. */
    private static Run byFermata(Path pact) throws Exception {
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fermata.contracts.cli.VerifyPactsCommand",
                pact.toString());
    }
}
