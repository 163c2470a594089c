package dev.fermata.flat.task;

import org.jspecify.annotations.Nullable;

/** {@code Task}. */
record TaskJson(
        String id,
        @Nullable String type,
        String state,
        @Nullable String format,
        @Nullable String score,
        @Nullable String revision,
        Progress progress,
        String creationDate,
        @Nullable String modificationDate,
        @Nullable String doneDate,
        @Nullable Result result,
        @Nullable Boolean isCancellable) {
    /** How far it is. */
    public record Progress(int percent, @Nullable String text) {}

    /** What came of it. */
    public record Result(@Nullable String url, @Nullable String error) {}
}
