package dev.fermata.flat.revision;

import dev.fermata.http.request.EmbeddedFile;
import org.jspecify.annotations.Nullable;

/** {@code ScoreRevisionCreation}. */
record RevisionCreationJson(
        @Nullable EmbeddedFile data,
        @Nullable String dataEncoding,
        @Nullable Boolean autosave,
        @Nullable String description) {}
