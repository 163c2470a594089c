package dev.fermata.contracts;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pacts of a folder.
 *
 * @param files the pact files
 */
public record PactFolder(List<Path> files) {
    public PactFolder {
        files = List.copyOf(files);
    }

    /**
     * The pacts in this folder and its subfolders, or this single file.
     *
     * @throws IOException if there are none
     */
    public static PactFolder at(Path where) throws IOException {
        try (Stream<Path> below = Files.walk(where)) {
            List<Path> files = below.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no pact found in " + where);
            }
            return new PactFolder(files);
        }
    }

    /** The results of all interactions, computed one after the other on demand. */
    public Stream<Verdict> verdicts(Verification verification) {
        return files.stream().flatMap(file -> {
            Pact pact = pactIn(file);
            return pact.getInteractions().stream().map(interaction -> verdict(file, pact, interaction, verification));
        });
    }

    private static Verdict verdict(Path file, Pact pact, Interaction interaction, Verification verification) {
        return new Verdict(
                String.valueOf(file.getFileName()),
                interaction.getDescription(),
                interaction.getProviderStates().stream()
                        .map(ProviderState::getName)
                        .toList(),
                verification.faultsOf(pact, interaction));
    }

    private static Pact pactIn(Path file) {
        try {
            return DefaultPactReader.INSTANCE.loadPact(file.toFile());
        } catch (RuntimeException none) {
            throw new IllegalArgumentException(file + " is not a pact: " + none.getMessage(), none);
        }
    }
}
