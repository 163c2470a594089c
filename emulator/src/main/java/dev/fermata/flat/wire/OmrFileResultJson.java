package dev.fermata.flat.wire;

/** {@code OmrJobFileUploadResult}. */
public record OmrFileResultJson(int fileIndex, int fileCount) {}
