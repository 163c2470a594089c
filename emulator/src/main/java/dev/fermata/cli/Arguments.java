package dev.fermata.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command line, as far as Java can read them: in a locale without UTF-8, as C, it reads each character
 * beyond ASCII as a question mark, and a path would lead elsewhere.
 */
public final class Arguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char UNREADABLE = '\uFFFD';
    private static final int USAGE = 2;

    private static final String REASON =
            "has characters that cannot be read in the encoding of the locale; run Fermata in a locale with UTF-8, as with"
                    + " LC_ALL=C.UTF-8";

    private Arguments() {}

    /** Ends the program where an argument cannot be read. */
    public static void requireReadable(String[] arguments) {
        if (isAscii() && anyBeyondAscii(arguments.length)) {
            System.err.println("fermata: an argument " + REASON);
            System.exit(USAGE);
        }
    }

    /**
     * Checks the value of an environment variable.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public static void requireReadable(String variable, String value) {
        if (value.indexOf(UNREADABLE) >= 0) {
            throw new IllegalArgumentException(variable + " " + REASON);
        }
    }

    private static boolean isAscii() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.US_ASCII);
    }

    /** Where the system does not tell the bytes, nothing is known, and all arguments are taken as they are. */
    private static boolean anyBeyondAscii(int count) {
        try {
            List<Boolean> words = new ArrayList<>();
            boolean beyond = false;
            for (byte one : Files.readAllBytes(COMMAND_LINE)) {
                beyond |= one < 0;
                if (one == 0) {
                    words.add(beyond);
                    beyond = false;
                }
            }
            return words.subList(Math.max(0, words.size() - count), words.size())
                    .contains(true);
        } catch (IOException untold) {
            return false;
        }
    }
}
