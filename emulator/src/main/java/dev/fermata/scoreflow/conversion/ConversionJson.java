package dev.fermata.scoreflow.conversion;

/** The answer to a submission. */
record ConversionJson(
        boolean success,
        String conversionId,
        String status,
        StatusJson.QueueStatus queueStatus,
        String message,
        int apiCreditsUsed,
        int apiCreditsRemaining,
        String timestamp) {}
