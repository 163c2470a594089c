package dev.fermata.cli;

import dev.fermata.cli.option.IntRange;
import dev.fermata.cli.option.LongRange;
import dev.fermata.flat.FlatOptions;
import dev.fermata.flat.FlatOptions.OmrLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say how much an OMR job of Flat's may be, and what its account has. */
final class OmrFlags {
    @Option(
            names = "--omr-max-files",
            paramLabel = "N",
            converter = IntRange.Files.class,
            description = "How many files an OMR job of Flat's may have. Default: 20; with the plan free 5")
    @Nullable
    Integer files;

    @Option(
            names = "--omr-max-pages",
            paramLabel = "N",
            converter = IntRange.Pages.class,
            description = "How many pages an OMR job may have. Default: 100; with the plan free 10")
    @Nullable
    Integer pages;

    @Option(
            names = "--omr-max-parallel-jobs",
            paramLabel = "N",
            converter = IntRange.Limit.class,
            description =
                    "How many OMR jobs of an account run at once, or none for no limit. Default: 10; with the plan free 1")
    @Nullable
    Integer parallelJobs;

    @Option(
            names = "--omr-max-file-size",
            paramLabel = "BYTES",
            converter = LongRange.FileBytes.class,
            description = "How large a file of an OMR job may be. Default: 52428800; with the plan free 20971520")
    @Nullable
    Long fileBytes;

    @Option(
            names = "--omr-retention-days",
            paramLabel = "N",
            converter = IntRange.Days.class,
            description = "How long the data of an OMR job is kept. Default: 30")
    @Nullable
    Integer retentionDays;

    @Option(
            names = "--flat-allowance",
            paramLabel = "N",
            converter = IntRange.Credits.class,
            description = "The credits that a plan of Flat's grants each month, beside --credits. Default: 0")
    @Nullable
    Integer allowance;

    @Option(
            names = "--flat-locale",
            paramLabel = "TAG",
            description = "The language that the accounts with Flat have chosen. Default: none")
    @Nullable
    String locale;

    /** The same options, as these flags say. */
    FlatOptions applyTo(FlatOptions flat) {
        FlatOptions limited = flat.withOmr(applyTo(flat.omr()), applyTo(flat.freeOmr()));
        FlatOptions granted = allowance == null ? limited : limited.withAllowance(allowance);
        return locale == null ? granted : granted.withLocale(locale);
    }

    private OmrLimits applyTo(OmrLimits usual) {
        return new OmrLimits(
                Optional.ofNullable(files).orElse(usual.files()),
                Optional.ofNullable(pages).orElse(usual.pages()),
                Optional.ofNullable(parallelJobs).orElse(usual.parallelJobs()),
                Optional.ofNullable(fileBytes).orElse(usual.fileBytes()),
                Optional.ofNullable(retentionDays).orElse(usual.retentionDays()));
    }
}
