package dev.fermata.benchmark;

import dev.fermata.testing.process.JavaProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server in a JVM of its own, so that its processor time is its own. It says its port, then a path to ask for. */
final class ServerProcess implements AutoCloseable {
    private final JavaProcess process;
    private final int port;
    private final String path;

    private ServerProcess(JavaProcess process, int port, String path) {
        this.process = process;
        this.port = port;
        this.path = path;
    }

    static ServerProcess start(Class<?> main, String... arguments) throws IOException {
        JavaProcess process = JavaProcess.start(
                List.of("-Xmx512m"), ProcessBuilder.Redirect.INHERIT, main.getName(), List.of(arguments));
        int port = Integer.parseInt(process.line().strip());
        return new ServerProcess(process, port, process.line());
    }

    int port() {
        return port;
    }

    String path() {
        return path;
    }

    /** Tells it something on its standard input; answers the line that it says then. */
    String ask(String line) throws IOException {
        return process.ask(line);
    }

    /** The processor time it has used so far. */
    Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
    }
}
