package dev.fermata.conduct;

import java.util.Locale;

/** How a client's run ended. A journal cannot show it: it comes from the exit status or from an adapter's report. */
public enum Ending {
    /** The client reports success. */
    SUCCEEDED,
    /** The client reports an error. */
    FAILED,
    /** The client ran into the time limit and was killed. */
    KILLED,
    /** Unknown. */
    UNKNOWN;

    /** The label in a report: {@code succeeded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
