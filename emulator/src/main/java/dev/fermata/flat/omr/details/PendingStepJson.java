package dev.fermata.flat.omr.details;

import java.util.List;

/** {@code OmrPendingStep}. */
public record PendingStepJson(String step, Details data) {
    /** {@code OmrDetailsStepData}. */
    record Details(String step, String title, List<DetectedInstrument> instruments) {}

    /** {@code OmrDetectedInstrument}. */
    record DetectedInstrument(
            int index,
            String partName,
            String instrumentId,
            String instrumentName,
            int midiProgram,
            String transposeKey,
            String resolvedConfidence) {}
}
