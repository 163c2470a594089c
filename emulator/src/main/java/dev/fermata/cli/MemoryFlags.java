package dev.fermata.cli;

import dev.fermata.FermataOptions;
import dev.fermata.cli.option.IntRange;
import dev.fermata.cli.option.LongRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that bound the memory which all worlds take together. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MemoryFlags {
    @Option(
            names = "--max-jobs",
            paramLabel = "N",
            converter = IntRange.Limit.class,
            description =
                    "How many jobs and exports all worlds hold together, or none for no limit; beyond it the oldest"
                            + " finished ones go. Default: one for each 4 KB of the maximum heap")
    @Nullable
    Integer maxJobs;

    @Option(
            names = "--journal-total-bytes",
            paramLabel = "N",
            converter = LongRange.Bytes.class,
            description = "About how much memory the journals of all worlds take together."
                    + " Default: an eighth of the maximum heap")
    @Nullable
    Long journalTotalBytes;

    void applyTo(FermataOptions.Builder options) {
        Optional.ofNullable(maxJobs).ifPresent(options::maxJobs);
        Optional.ofNullable(journalTotalBytes).ifPresent(options::journalTotalBytes);
    }
}
