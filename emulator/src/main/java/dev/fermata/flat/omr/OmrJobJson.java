package dev.fermata.flat.omr;

import dev.fermata.flat.omr.details.PendingStepJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrJob}. */
record OmrJobJson(
        String id,
        String status,
        String output,
        List<String> interactiveSteps,
        @Nullable Boolean autoRotate,
        @Nullable List<String> locales,
        @Nullable String currentStep,
        @Nullable PendingStepJson pendingStep,
        int estimatedCredits,
        @Nullable Progress progress,
        @Nullable FileMetadata originalFileMetadata,
        @Nullable ImportedMetadata importedMetadata,
        @Nullable Result result,
        @Nullable Retention retention,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        String creationDate,
        String modificationDate) {
    /** {@code OmrJobProgress}. */
    record Progress(
            int percent, @Nullable String text, @Nullable String key) {}

    /** {@code OmrJobFileMetadata}. */
    record FileMetadata(
            int numberOfPages,
            int fileCount,
            @Nullable String filename,
            long fileSize,
            String mimeType,
            String fileExtension) {}

    /** {@code OmrImportedMetadata}. */
    record ImportedMetadata(List<String> instruments, int numberMeasures, Number mainTempoQpm, int mainKeySignature) {}

    /** {@code OmrJobResult}. */
    record Result(@Nullable String score, List<String> exports) {}

    /** {@code OmrJobRetention}. */
    record Retention(String expiryDate, @Nullable String expiredDate) {}
}
