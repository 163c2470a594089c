package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/** Why a job is to fail; generic unless it says otherwise. */
public record FailureJson(@Nullable String because) {}
