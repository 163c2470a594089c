package dev.fermata.flat.wire;

import org.jspecify.annotations.Nullable;

/** {@code CollectionCreation} and {@code CollectionModification}. */
public record CollectionEditJson(
        @Nullable String title, @Nullable String privacy) {}
