package dev.fermata.flat.omr;

import dev.fermata.flat.omr.details.LocaleJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrCapabilities}. */
record OmrCapabilitiesJson(
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
        List<LocaleJson> localesDetails) {}
