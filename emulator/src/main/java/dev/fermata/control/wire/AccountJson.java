package dev.fermata.control.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account of a vendor.
 *
 * @param id the first 24 hex digits of the SHA-256 of its token
 * @param name the name in its token; absent if the token contains none
 * @param opened when its token was first used
 * @param balance its credits
 * @param entries its ledger, oldest first; absent in lists
 */
public record AccountJson(
        String vendor,
        String id,
        String name,
        String plan,
        String opened,
        int balance,
        @Nullable List<EntryJson> entries) {
    /**
     * One change of a balance.
     *
     * @param amount signed
     * @param pool allowance or purchase
     * @param reason grant, charge, reversal, lapse or refund
     * @param job the job's id; absent if no job caused it
     */
    public record EntryJson(
            String at,
            int amount,
            String pool,
            String reason,
            @Nullable String job) {}
}
