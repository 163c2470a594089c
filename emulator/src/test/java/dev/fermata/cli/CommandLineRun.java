package dev.fermata.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command said, and how it ended. */
public record CommandLineRun(int status, String out, String err) {
    /** Runs a command in this process. */
    public static CommandLineRun of(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = FermataCommand.run(
                words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
