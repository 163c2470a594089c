package dev.fermata.contracts.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Command lines on a page. */
public final class CommandLines {
    private CommandLines() {}

    /** Runs {@code fermata verify-pacts} with these arguments; returns its output. */
    public static String run(String words) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        VerifyPactsCommand.run(words.split(" ", -1), out, out);
        return said.toString();
    }
}
