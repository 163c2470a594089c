package dev.fermata.seed;

import java.util.function.Supplier;

/**
 * A file in a seed.
 *
 * @param name the file name given by its sender, such as {@code sonata.pdf}; may be empty
 * @param content its bytes, read each time a world starts with the seed
 */
public record SeedFile(String name, Supplier<byte[]> content) {
    /** A file with these bytes. */
    public static SeedFile of(String name, byte[] bytes) {
        byte[] own = bytes.clone();
        return new SeedFile(name, own::clone);
    }
}
