package dev.fermata.control.wire;

import org.jspecify.annotations.Nullable;

/**
 * A job, in vendor-neutral terms.
 *
 * @param kind import, job, conversion or export
 * @param state draft, queued, reading, awaiting, finishing, done, failed or canceled
 * @param percent how much of its work is done
 * @param page the current page, while it reads
 * @param failure the reason, if it failed
 * @param account the id of its account
 * @param nextChange the time of its next automatic change, if any
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
