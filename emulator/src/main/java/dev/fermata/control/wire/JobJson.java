package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * A job, in no vendor's words.
 *
 * @param kind import, job, conversion or export
 * @param state draft, queued, reading, awaiting, finishing, done, failed or canceled
 * @param percent of its work that is done
 * @param page the page at work, while it reads
 * @param failure why it failed, when it did
 * @param account the id of its account
 * @param nextChange when it changes next by itself, if it does
 */
public record JobJson(
        String id,
        String vendor,
        String kind,
        String state,
        int percent,
        @Nullable Integer page,
        @Nullable String failure,
        String account,
        String created,
        @Nullable String nextChange) {}
