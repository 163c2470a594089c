package dev.fermata.scoreflow.wire;

import org.jspecify.annotations.Nullable;

/** The answer to a poll. */
public record StatusJson(
        String status,
        @Nullable QueueStatusJson queueStatus,
        @Nullable Integer progress,
        @Nullable String message,
        @Nullable String error,
        @Nullable String details) {}
