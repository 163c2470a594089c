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
 * A client under test: any command. It ends with status 0 if the document was recognized and it has the result, and
 * with another status if not.
 *
 * @param words the command and its arguments
 * @param timeout the real time after which it is killed
 */
public record ClientCommand(List<String> words, Duration timeout) {
    /**
     * How the command ended.
     *
     * @param status its exit status; system-dependent if it was killed
     * @param said its output, of both streams
     */
    record Outcome(Ending ending, int status, String said) {}

    /**
     * Runs it to its end, once or several times; the last run gives the outcome.
     *
     * @param output the file for its output
     * @throws IOException if the command does not exist
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

    /** Kills the process and all its descendants: a shell's child would keep polling. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
