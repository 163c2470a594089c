package dev.fermata.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests came to, in a line for each kind: {@code ./check} shows them in the end, and misses one that is not there. */
final class Tally {
    private static final Path FOLDER = Path.of("target", "tally");

    private Tally() {}

    /** Notes what came of one kind of tests. Nothing of a kind is no success. */
    static void note(String kind, int count, String words) throws IOException {
        if (count == 0) {
            throw new AssertionError("none of the " + kind + " ran");
        }
        Files.writeString(Files.createDirectories(FOLDER).resolve(kind), count + " " + words + "\n");
    }
}
