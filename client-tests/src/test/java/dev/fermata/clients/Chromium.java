package dev.fermata.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Chromium without a window. */
final class Chromium implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Chromium(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Opens a page; {@code profile} is an empty folder for the browser's data. */
    static Chromium open(URI page, Path profile) throws IOException, InterruptedException {
        boolean there = NodeClient.answers("chromium", "--version");
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI needs chromium");
        assumeTrue(there, "chromium is not installed; ./check installs it as root on Debian");
        Path output = profile.resolve("output.txt");
        Process process = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + profile.resolve("profile"),
                        page.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Chromium(process, output);
    }

    /** Its terminal output. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
