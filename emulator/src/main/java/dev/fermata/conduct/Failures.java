package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.Set;

/** Which requests failed, and what the client knows then. */
public final class Failures {
    /** Statuses that leave open whether the request was carried out. */
    private static final Set<Integer> SILENT = Set.of(500, 502, 504);

    private Failures() {}

    /** Whether the failure is not the client's fault, so that a retry may succeed. */
    public static boolean isTransient(Entry entry) {
        return isBroken(entry) || entry.status() == 429 || entry.status() >= 500;
    }

    /** Whether the request may have been carried out, as far as its client can tell. */
    public static boolean mayBeCarriedOut(Entry entry) {
        return isBroken(entry) || SILENT.contains(entry.status());
    }

    /** How the request failed, for a person. */
    public static String of(Entry entry) {
        return isBroken(entry) ? "lost the connection" : "was answered " + entry.status();
    }

    /** Whether the client got no complete answer. */
    public static boolean isBroken(Entry entry) {
        return entry.summary().form() == RequestSummary.Form.LOST
                || entry.summary().form() == RequestSummary.Form.CUT;
    }
}
