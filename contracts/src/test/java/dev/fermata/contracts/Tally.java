package dev.fermata.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The results of the tests, in a line for each kind: {@code ./check} prints them at the end, and fails if one is
 * missing.
 */
final class Tally {
    private static final Path FOLDER = Path.of("target", "tally");

    private Tally() {}

    /** Records the results of one kind of tests. Zero results are a failure. */
    static void note(String kind, int count, String words) throws IOException {
        if (count == 0) {
            throw new AssertionError("none of the " + kind + " ran");
        }
        Files.writeString(Files.createDirectories(FOLDER).resolve(kind), count + " " + words + "\n");
    }
}
