package dev.fermata.check;

import dev.fermata.conduct.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client under test: any command, which ends with status 0 when the document was recognized and it has the result, and
 * with another when not.
 *
 * @param words the command and its arguments
 * @param timeout after how much real time it is ended
 */
public record ClientCommand(List<String> words, Duration timeout) {
    /**
     * How it ended.
     *
     * @param status its exit status; what the system says of one that was ended
     * @param said what it wrote, to either stream
     */
    record Outcome(Ending ending, int status, String said) {}

    /**
     * Runs it to its end, once or more; the last run says how it ended.
     *
     * @param output where what it writes is kept
     * @throws IOException if there is no such command
     */
    Outcome run(int times, Map<Variable, String> environment, Path output) throws IOException, InterruptedException {
        Files.deleteIfExists(output);
        for (int i = 1; i < times; i++) {
            run(environment, output);
        }
        return run(environment, output);
    }

    private Outcome run(Map<Variable, String> environment, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        environment.forEach((variable, value) -> builder.environment().put(variable.name(), value));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            int status = process.exitValue();
            Ending ending = !ended ? Ending.KILLED : status == 0 ? Ending.SUCCEEDED : Ending.FAILED;
            return new Outcome(ending, status, Files.readString(output));
        } finally {
            end(process);
        }
    }

    /** With all that it has started: a shell's child would go on polling. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
