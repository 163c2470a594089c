package dev.fermata.testing.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code fermata serve} in a process of its own, on any free port, whose temporary files are in a given folder. */
public final class ServeProcess implements AutoCloseable {
    private static final String MAIN = "dev.fermata.cli.FermataCommand"; // on the class path of this process

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final String ready;

    private ServeProcess(Process process, Path errors) throws IOException {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.ready = String.valueOf(out.readLine());
    }

    /** Starts one and waits until it is ready, or has ended. */
    public static ServeProcess start(Path temporary, Map<String, String> environment, String... flags)
            throws IOException {
        Path errors = Files.createTempFile("serve-errors-", "");
        ProcessBuilder builder = builder(temporary, environment, flags).redirectError(errors.toFile());
        return new ServeProcess(builder.start(), errors);
    }

    /** How one is started. */
    public static ProcessBuilder builder(Path temporary, Map<String, String> environment, String... flags) {
        List<String> command = Java.shortLived(List.of("-Djava.io.tmpdir=" + temporary), MAIN);
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Its first line: that it is ready. */
    public String ready() {
        return ready;
    }

    /** The root of its server. */
    public URI url() {
        return flatUrl().resolve("/");
    }

    /** Where its Flat is. */
    public URI flatUrl() {
        if (!ready.startsWith("Fermata is ready")) {
            throw new IllegalStateException("it is not ready: " + errors());
        }
        return URI.create(ready.replaceFirst(".*Flat at ([^,]+),.*", "$1"));
    }

    /** Where its ScoreFlow is. */
    public URI scoreFlowUrl() {
        return flatUrl().resolve("/api");
    }

    /** All that it has written to its standard error so far. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Asks it to end, and waits for that. */
    public void stop() throws InterruptedException {
        process.toHandle().destroy();
        await();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    /** Waits for its end; answers its exit status. */
    public int await() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}
