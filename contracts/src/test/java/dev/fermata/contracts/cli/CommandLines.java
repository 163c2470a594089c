package dev.fermata.contracts.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Command lines as they stand on a page. */
public final class CommandLines {
    private CommandLines() {}

    /** What {@code fermata verify-pacts} says to these words. */
    public static String run(String words) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        VerifyPactsCommand.run(words.split(" ", -1), out, out);
        return said.toString();
    }
}
