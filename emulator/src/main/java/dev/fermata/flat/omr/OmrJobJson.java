package dev.fermata.flat.omr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrJob}. */
public record OmrJobJson(
        String id,
        String status,
        String output,
        List<String> interactiveSteps,
        @Nullable Boolean autoRotate,
        @Nullable List<String> locales,
        @Nullable String currentStep,
        @Nullable PendingStep pendingStep,
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
    /** {@code OmrPendingStep}. */
    public record PendingStep(String step, Details data) {}

    /** {@code OmrDetailsStepData}. */
    public record Details(String step, String title, List<DetectedInstrument> instruments) {}

    /** {@code OmrDetectedInstrument}. */
    public record DetectedInstrument(
            int index,
            String partName,
            String instrumentId,
            String instrumentName,
            int midiProgram,
            String transposeKey,
            String resolvedConfidence) {}

    /** {@code OmrJobProgress}. */
    public record Progress(
            int percent, @Nullable String text, @Nullable String key) {}

    /** {@code OmrJobFileMetadata}. */
    public record FileMetadata(
            int numberOfPages,
            int fileCount,
            @Nullable String filename,
            long fileSize,
            String mimeType,
            String fileExtension) {}

    /** {@code OmrImportedMetadata}. */
    public record ImportedMetadata(
            List<String> instruments, int numberMeasures, Number mainTempoQpm, int mainKeySignature) {}

    /** {@code OmrJobResult}. */
    public record Result(@Nullable String score, List<String> exports) {}

    /** {@code OmrJobRetention}. */
    public record Retention(String expiryDate, @Nullable String expiredDate) {}
}
