package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * A request, and what it was answered.
 *
 * @param operation the vendor's name of what was asked for, if it is anything
 * @param account the id of the account that asked, if one did
 * @param credential none, header or url: how the token came
 * @param client what the client calls itself, where it says so
 * @param scenario what made the answer another than the vendor's, if anything did
 * @param assumption what is assumed of its vendor that the answer relies on, if it does
 */
public record JournalEntryJson(
        long number,
        String at,
        String answeredAt,
        String vendor,
        @Nullable String operation,
        String method,
        String path,
        @Nullable String account,
        String credential,
        @Nullable String client,
        ContentJson request,
        int status,
        ContentJson response,
        @Nullable String scenario,
        @Nullable String assumption) {
    /**
     * A body that is not kept.
     *
     * @param type its media type, where it has one
     * @param bytes how long it was, where somebody counted
     * @param crc32c a checksum, 8 hex digits, to tell whether two are the same; absent where there is none
     */
    public record ContentJson(
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable String crc32c) {}
}
