package dev.fermata.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code fermata}: the list of commands, and the way in. */
@Command(
        name = "fermata",
        description = "A local Flat and ScoreFlow: the two sheet-music recognition APIs, without credentials.",
        mixinStandardHelpOptions = true,
        version = "fermata 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = "%n'./fermata verify-pacts' verifies pacts; it is a program of its own, as Pact is large.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ScenariosCommand.class,
            FixturesCommand.class,
            HelpCommand.class
        })
public final class FermataCommand {
    private FermataCommand() {}

    /** Runs a command and exits with its status: 0 when all went well, 2 for wrong words, 1 for anything else. */
    public static void main(String[] args) {
        quietenLibraries();
        Arguments.requireReadable(args);
        System.exit(run(args, writer(System.out), writer(System.err)));
    }

    /** Runs a command and answers its exit status. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new FermataCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("fermata: " + messageOf(problem));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    /** Only the command line has a logging binding, and here Fermata's own lines are what one wants to read. */
    private static void quietenLibraries() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("org.slf4j.simpleLogger.log.dev.fermata", "info");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    private static String messageOf(Exception problem) {
        String message = problem.getMessage();
        return message == null ? problem.toString() : message;
    }
}
