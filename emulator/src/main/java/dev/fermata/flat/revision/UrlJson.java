package dev.fermata.flat.revision;

/** The answer to {@code ?url=true}. */
public record UrlJson(String url) {}
