package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A client in JavaScript, run by Node in its own process. */
public final class NodeClient {
    private static final long PATIENCE_SECONDS = 120;
    private static final List<String> PACKAGES = List.of("flat-api", "midi-file", "verovio");

    private NodeClient() {}

    /** Runs a script of {@code clients/}, which must succeed; returns its output. */
    static String run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        return run(Path.of("clients", script), environment);
    }

    /** Runs any script, which must succeed; returns its output. */
    public static String run(Path script, Map<String, String> environment) throws IOException, InterruptedException {
        requireTools();
        ProcessBuilder builder = new ProcessBuilder("node", script.toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), script + " does not end: " + said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    /** Without Node or its packages the test cannot run: skipped on a developer's machine, a failure in CI. */
    static void requireTools() {
        boolean there = PACKAGES.stream().allMatch(name -> Files.isDirectory(Path.of("node_modules", name)))
                && answers("node", "--version");
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI needs node, and npm ci in client-tests");
        assumeTrue(there, "node is not installed, or npm ci has not been run in client-tests; ./check does both");
    }

    /** Whether the program is installed. */
    static boolean answers(String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
