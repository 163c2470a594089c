package dev.fermata.testing.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own, with the class path of this one and the collector that the launcher chooses. */
public final class JavaProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private JavaProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a program.
     *
     * @param options of the JVM
     * @param errors where its standard error goes
     */
    public static JavaProcess start(
            List<String> options, ProcessBuilder.Redirect errors, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.launcher());
        command.add("-XX:+UseSerialGC"); // as the launcher has it
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return new JavaProcess(new ProcessBuilder(command).redirectError(errors).start());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The next line of its standard output; "null" after the last. */
    public String line() throws IOException {
        return String.valueOf(out.readLine());
    }

    /** Tells it something on its standard input; answers the line that it says then. */
    public String ask(String line) throws IOException {
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line);
        in.newLine();
        in.flush();
        return line();
    }

    /** The processor time it has used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Kills it, so that it cannot clean up. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
