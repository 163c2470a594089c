package dev.fermata.flat.wire;

/** The answer to {@code ?url=true}. */
public record UrlJson(String url) {}
