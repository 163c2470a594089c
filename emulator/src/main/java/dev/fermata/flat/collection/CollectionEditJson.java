package dev.fermata.flat.collection;

import org.jspecify.annotations.Nullable;

/** {@code CollectionCreation} and {@code CollectionModification}. */
record CollectionEditJson(@Nullable String title, @Nullable String privacy) {}
