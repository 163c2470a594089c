package dev.fermata.cli;

import dev.fermata.FermataOptions;
import dev.fermata.cli.option.LongRange;
import dev.fermata.seed.Seed;
import dev.fermata.spec.SeedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say what is in the worlds from their start. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SeedFlags {
    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "What is in every world from its start: accounts, scores, and jobs in any state, in JSON."
                    + " Default: nothing")
    @Nullable
    Path seed;

    @Option(
            names = "--id-seed",
            paramLabel = "N",
            converter = LongRange.Any.class,
            description =
                    "Where ids come from: the same number and the same calls, the same ids. Sharing keys come from it too,"
                            + " and can be guessed. Default: any ids")
    @Nullable
    Long idSeed;

    void applyTo(FermataOptions.Builder options) {
        if (seed != null) {
            options.seed(read(seed));
        }
        if (idSeed != null) {
            options.idSeed(idSeed);
        }
    }

    /** Files that it names are looked for beside it. */
    private static Seed read(Path file) {
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
