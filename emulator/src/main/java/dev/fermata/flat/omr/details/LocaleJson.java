package dev.fermata.flat.omr.details;

/** {@code OmrLocaleDetails}. */
public record LocaleJson(String code, String name) {}
