package dev.fermata.scoreflow.wire;

/** The answer to a submission. */
public record ConversionJson(
        boolean success,
        String conversionId,
        String status,
        QueueStatusJson queueStatus,
        String message,
        int apiCreditsUsed,
        int apiCreditsRemaining,
        String timestamp) {}
