package dev.fermata.flat.revision;

/** The answer to {@code ?url=true}. */
record UrlJson(String url) {}
