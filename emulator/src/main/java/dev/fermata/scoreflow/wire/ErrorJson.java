package dev.fermata.scoreflow.wire;

import org.jspecify.annotations.Nullable;

/** An error. */
public record ErrorJson(String error, @Nullable String currentStatus) {}
