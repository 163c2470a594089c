package dev.fermata.seed;

import java.util.function.Supplier;

/**
 * A file in a seed.
 *
 * @param name what its sender calls it, as {@code sonata.pdf}; may be empty
 * @param content its bytes, asked for each time that a world begins with them
 */
public record SeedFile(String name, Supplier<byte[]> content) {
    /** A file with these bytes. */
    public static SeedFile of(String name, byte[] bytes) {
        byte[] own = bytes.clone();
        return new SeedFile(name, own::clone);
    }
}
