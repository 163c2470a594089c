package dev.fermata.flat.omr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OmrJobCreation}. */
record OmrJobCreationJson(
        @Nullable String output,
        @Nullable List<String> interactiveSteps,
        @Nullable Boolean autoRotate,
        @Nullable List<String> locales,
        @Nullable String collection,
        @Nullable String idempotencyKey,
        @Nullable List<OmrFileJson> files,
        @Nullable Boolean autoStart) {}
