package dev.fermata.testing.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command printed, and its exit status. */
public record CommandLineRun(int status, String out, String err) {
    /** The command line of a program, as a method. */
    public interface Program {
        /** Runs a command; returns its exit status. */
        int run(String[] words, PrintWriter out, PrintWriter err);
    }

    /** Runs a command in this process. */
    public static CommandLineRun of(Program program, List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = program.run(words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLineRun(status, out.toString(), err.toString());
    }
}
