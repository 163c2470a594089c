package dev.fermata.contracts.cli;

import dev.fermata.Fermata;
import dev.fermata.cli.Arguments;
import dev.fermata.contracts.PactFolder;
import dev.fermata.contracts.Provider;
import dev.fermata.contracts.Verdict;
import dev.fermata.contracts.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fermata verify-pacts}: verifies the emulator against pacts. */
@Command(
        name = "fermata verify-pacts",
        description = "Verify all pacts of a folder, each interaction in the state that it requires.",
        mixinStandardHelpOptions = true,
        footer = "%nExits with 0 if all of them hold, and with 1 if one does not.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class VerifyPactsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder with pact files, or one pact file.")
    private Path where;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The emulator to verify, like http://127.0.0.1:8480. Default: a new one")
    @Nullable
    private URI url;

    private VerifyPactsCommand() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        System.setProperty("pact_do_not_track", "true"); // otherwise Pact sends usage data to its makers
        Arguments.requireReadable(args);
        System.exit(run(args, writer(System.out), writer(System.err)));
    }

    /** Runs the command and returns its exit status. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new VerifyPactsCommand())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("fermata: " + problem.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        PactFolder pacts = PactFolder.at(where);
        if (url != null) {
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("--url must be like http://127.0.0.1:8480, was " + url);
            }
            return verify(pacts, url);
        }
        try (Fermata fermata = Fermata.start()) {
            return verify(pacts, fermata.url());
        }
    }

    private int verify(PactFolder pacts, URI emulator) {
        PrintWriter out = spec.commandLine().getOut();
        List<Verdict> verdicts = pacts.verdicts(new Verification(Provider.emulatorAt(emulator)))
                .peek(verdict -> print(out, verdict))
                .toList();
        long held = verdicts.stream().filter(Verdict::holds).count();
        out.println();
        out.println(held + " of " + verdicts.size() + " interactions hold");
        return held == verdicts.size() && held > 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, Verdict verdict) {
        String given = verdict.states().isEmpty() ? "" : ", given " + String.join(" and ", verdict.states());
        out.println((verdict.holds() ? "ok    " : "FAIL  ") + verdict.file() + "  " + verdict.interaction() + given);
        verdict.faults().forEach(fault -> out.println("        " + fault.replace("\n", "\n        ")));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }
}
