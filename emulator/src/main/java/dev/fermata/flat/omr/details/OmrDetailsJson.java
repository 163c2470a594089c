package dev.fermata.flat.omr.details;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrDetailsSubmission}. */
public record OmrDetailsJson(
        @Nullable String step,
        @Nullable String title,
        @Nullable String mainLanguage,
        @Nullable List<InstrumentOverride> instruments) {
    /** {@code OmrInstrumentOverride}. */
    public record InstrumentOverride(
            @Nullable Integer index,
            @Nullable String instrumentId,
            @Nullable String partName,
            @Nullable String transposeKey,
            @Nullable Integer midiProgram) {}
}
