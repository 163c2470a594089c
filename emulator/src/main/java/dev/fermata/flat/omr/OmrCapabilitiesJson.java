package dev.fermata.flat.omr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrCapabilities}. */
public record OmrCapabilitiesJson(
        List<String> steps,
        List<String> formats,
        List<String> outputs,
        int maxFiles,
        int maxPages,
        int maxParallelJobs,
        long maxFileSize,
        List<String> acceptedMimeTypes,
        List<String> acceptedExtensions,
        int costPerPage,
        @Nullable Integer remainingCredits,
        int retentionDays,
        List<String> locales,
        List<Locale> localesDetails) {
    /** {@code OmrLocaleDetails}. */
    public record Locale(String code, String name) {}
}
