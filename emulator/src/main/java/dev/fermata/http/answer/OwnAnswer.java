package dev.fermata.http.answer;

import java.util.Locale;

/** Why an answer is of Fermata's own making, and none that a vendor would give: a header of it says so. */
public enum OwnAnswer {
    /** The control API answers. */
    CONTROL,
    /** The vendor publishes this, and Fermata does not emulate it. */
    NOT_EMULATED,
    /** The answer would rely on what is only assumed of the vendor, and nobody wants that. */
    ASSUMED,
    /** No vendor has such a path, or it cannot be told which vendor was meant. */
    NO_VENDOR,
    /** A file behind a link that leads to Fermata instead of the vendor's storage. */
    FILE,
    /** Fermata holds as much as it may, by one of its options. */
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
