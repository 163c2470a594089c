package dev.fermata.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests have run, for the summary of {@code ./check}: a file for each thing, in {@code target/tally}. */
public final class Tally {
    private static final Path FOLDER = Path.of("target", "tally");

    private Tally() {}

    /** Notes that this was run: a rule, a client. The same thing counts once. */
    public static void count(String kind, String name) {
        try {
            Files.createDirectories(FOLDER.resolve(kind));
            Files.writeString(FOLDER.resolve(kind).resolve(name), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
