package dev.fermata.flat.omr;

import dev.fermata.http.request.EmbeddedFile;
import org.jspecify.annotations.Nullable;

/** {@code OmrJobInputFile} and {@code OmrJobFileUpload}; a {@code mimeType}, as older clients send it, is not looked at. */
record OmrFileJson(@Nullable EmbeddedFile file, @Nullable String filename) {}
