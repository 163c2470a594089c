package dev.fermata.conduct;

import java.util.Locale;

/** How a client's work ended, which no journal can see: by its exit status, or by what an adapter reports. */
public enum Ending {
    /** It says that all went well. */
    SUCCEEDED,
    /** It says that something went wrong. */
    FAILED,
    /** It did not come to an end, and was ended. */
    KILLED,
    /** Nobody says. */
    UNKNOWN;

    /** As in a report: {@code succeeded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
