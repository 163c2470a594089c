package dev.fermata.flat.billing;

import org.jspecify.annotations.Nullable;

/** {@code CreditTransaction}. */
record CreditTransactionJson(
        String id,
        String type,
        @Nullable String feature,
        int amount,
        String source,
        String state,
        @Nullable String job,
        String creationDate,
        String modificationDate) {}
