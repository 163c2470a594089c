package dev.fermata.flat.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** All operations that Flat publishes, emulated or not, so that one that is not can say so. */
public final class FlatCatalogue {
    /**
     * One published operation.
     *
     * @param method as GET
     * @param path below {@code /v2}, with parameters in braces
     * @param id the vendor's operation id
     */
    public record Published(String method, String path, String id) {
        private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

        private boolean matches(String requested) {
            String[] parts =
                    PARAMETER.splitAsStream(path + " ").map(Pattern::quote).toArray(String[]::new);
            return (requested + " ").matches(String.join("[^/]+", parts));
        }
    }

    private final List<Published> operations;

    private FlatCatalogue(List<Published> operations) {
        this.operations = operations;
    }

    /** The operations of version 2.26.2. */
    public static FlatCatalogue load() {
        try (InputStream in = Objects.requireNonNull(FlatCatalogue.class.getResourceAsStream("operations.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new FlatCatalogue(lines.lines()
                    .map(line -> line.split(" ", -1))
                    .map(words -> new Published(words[0], words[1], words[2]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by path. */
    public List<Published> operations() {
        return operations;
    }

    /** Whether there is an operation of any method at this path below {@code /v2}. */
    public boolean knows(String path) {
        return operations.stream().anyMatch(operation -> operation.matches(path));
    }

    /** The operation with this method at this path below {@code /v2}. */
    public Optional<Published> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(path))
                .findFirst();
    }
}
