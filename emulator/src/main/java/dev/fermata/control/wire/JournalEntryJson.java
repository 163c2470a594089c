package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param operation the vendor's operation name, if known
 * @param account the id of the account, if known
 * @param credential none, header or url: where the token was
 * @param client the client's User-Agent, if any
 * @param scenario the scenario that changed the answer, if any
 * @param assumption the assumption about the vendor that the answer relies on, if any
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
     * A body, of which the content is not kept.
     *
     * @param type its media type, if any
     * @param bytes its length, if known
     * @param crc32c a checksum of 8 hex digits, to compare bodies; absent if unknown
     */
    public record ContentJson(
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable String crc32c) {}
}
