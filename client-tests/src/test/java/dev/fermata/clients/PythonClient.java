package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A client in Python, run in its own process. */
final class PythonClient {
    private static final long PATIENCE_SECONDS = 120;

    private PythonClient() {}

    /** Runs a script of a folder, which must succeed; returns its output. */
    static String run(Path folder, String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        requireThere();
        ProcessBuilder builder = new ProcessBuilder("python3", "-B", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), script + " does not end: " + said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    /** Without Python the test cannot run: skipped on a developer's machine, a failure in CI. */
    static void requireThere() {
        boolean there = NodeClient.answers("python3", "--version");
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI needs python3");
        assumeTrue(there, "python3 is not installed; ./check installs it as root on Debian");
    }
}
