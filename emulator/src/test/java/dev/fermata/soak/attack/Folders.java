package dev.fermata.soak.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is on disk. */
public final class Folders {
    private Folders() {}

    /** All below a folder whose name begins like this, at any depth; empty when the folder is not there. */
    public static List<Path> below(Path folder, String beginning) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .filter(path -> String.valueOf(path.getFileName()).startsWith(beginning))
                    .toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("could not delete " + folder + ": " + gone);
        }
    }
}
