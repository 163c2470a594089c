package dev.fermata.spec.file;

import dev.fermata.seed.Seed;
import dev.fermata.spec.SeedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A seed in a file of JSON. */
public final class SeedFile {
    private SeedFile() {}

    /**
     * Reads a seed. Files that it names are looked for beside it.
     *
     * @throws IllegalArgumentException if one of the files cannot be read or is invalid; the message says where, and why
     */
    public static Seed read(Path file) {
        return JsonFile.read(file, new SeedReader(name -> bytes(file.resolveSibling(name)))::read);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }
}
