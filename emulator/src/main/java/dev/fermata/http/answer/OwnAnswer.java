package dev.fermata.http.answer;

import java.util.Locale;

/** The reason why Fermata answers in place of the vendor. The header {@link #HEADER} tells it. */
public enum OwnAnswer {
    /** The control API answers. */
    CONTROL,
    /** The vendor publishes this, and Fermata does not emulate it. */
    NOT_EMULATED,
    /** The answer would rely on an assumption, and strict mode forbids that. */
    ASSUMED,
    /** No vendor has such a path. */
    NO_VENDOR,
    /** A file behind a link that leads to Fermata instead of the vendor's storage. */
    FILE,
    /** A limit that an option sets is reached. */
    LIMIT,
    /** A limit of the server's own is reached, or its disk is full: 507. */
    STORAGE,
    /** Fermata has a bug. */
    BUG;

    /** The header that says so. */
    public static final String HEADER = "Fermata-Answer";

    /** As in the header: {@code not-emulated}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
