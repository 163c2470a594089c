package dev.fermata.scoreflow.conversion;

import org.jspecify.annotations.Nullable;

/** The answer to a poll. */
record StatusJson(
        String status,
        @Nullable QueueStatus queueStatus,
        @Nullable Integer progress,
        @Nullable String message,
        @Nullable String error,
        @Nullable String details) {
    /**
     * The place of a conversion in the queue.
     *
     * @param position from 1
     * @param estimatedWait in minutes
     */
    record QueueStatus(int position, long estimatedWait) {}
}
