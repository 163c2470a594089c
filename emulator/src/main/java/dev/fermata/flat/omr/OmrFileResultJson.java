package dev.fermata.flat.omr;

/** {@code OmrJobFileUploadResult}. */
record OmrFileResultJson(int fileIndex, int fileCount) {}
