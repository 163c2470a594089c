package dev.fermata;

import dev.fermata.job.script.Pace;
import dev.fermata.testing.process.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server in a JVM of its own with little memory; what it logs goes to a file. */
public final class SmallServer implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final URI flatUrl;
    private final URI scoreFlowUrl;

    private SmallServer(Process process, Path log, URI flatUrl, URI scoreFlowUrl) {
        this.process = process;
        this.log = log;
        this.flatUrl = flatUrl;
        this.scoreFlowUrl = scoreFlowUrl;
    }

    /** Starts one and waits until it listens. */
    public static SmallServer start(int megabytes) throws IOException {
        Path log = Files.createTempFile("small-server-", ".log");
        List<String> options = List.of("-Xmx" + megabytes + "m", "-Djava.awt.headless=true");
        Process process = new ProcessBuilder(Java.shortLived(options, SmallServer.class.getName()))
                .redirectError(log.toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return new SmallServer(process, log, url(out), url(out));
    }

    private static URI url(BufferedReader out) throws IOException {
        return URI.create(String.valueOf(out.readLine()));
    }

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        FermataOptions options =
                FermataOptions.builder().pace(Pace.INSTANT).credits(100_000).build();
        try (Fermata fermata = Fermata.start(options)) {
            System.out.println(fermata.flatUrl());
            System.out.println(fermata.scoreFlowUrl());
            while (System.in.read() >= 0) {
                // Nothing is asked of it this way.
            }
        }
    }

    /** Where Flat's API is. */
    public URI flatUrl() {
        return flatUrl;
    }

    /** Where ScoreFlow's API is. */
    public URI scoreFlowUrl() {
        return scoreFlowUrl;
    }

    /** How many bytes it has logged. */
    public long logged() throws IOException {
        return Files.size(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
