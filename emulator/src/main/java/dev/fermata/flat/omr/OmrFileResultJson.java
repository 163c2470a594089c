package dev.fermata.flat.omr;

/** {@code OmrJobFileUploadResult}. */
public record OmrFileResultJson(int fileIndex, int fileCount) {}
