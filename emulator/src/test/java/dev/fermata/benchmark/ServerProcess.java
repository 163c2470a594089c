package dev.fermata.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own, so that its processor time is its own. It says its port, then a path to ask for. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final int port;
    private final String path;

    private ServerProcess(Process process, BufferedReader out, int port, String path) {
        this.process = process;
        this.out = out;
        this.port = port;
        this.path = path;
    }

    static ServerProcess start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC", // as the launcher has it
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        int port = Integer.parseInt(String.valueOf(out.readLine()).strip());
        return new ServerProcess(process, out, port, String.valueOf(out.readLine()));
    }

    int port() {
        return port;
    }

    String path() {
        return path;
    }

    /** Tells it something on its standard input; answers the line that it says then. */
    String ask(String line) throws IOException {
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line);
        in.newLine();
        in.flush();
        return String.valueOf(out.readLine());
    }

    /** The processor time it has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
