package dev.fermata.conduct;

import dev.fermata.journal.Entry;
import dev.fermata.journal.RequestSummary;
import java.util.Set;

/** Which requests failed, and what is known of them then. */
public final class Failures {
    /** The server or a proxy does not say whether the request was carried out. */
    private static final Set<Integer> SILENT = Set.of(500, 502, 504);

    private Failures() {}

    /** Whether it failed by no fault of its client's, and may go well the next time. */
    public static boolean mayPass(Entry entry) {
        return isBroken(entry) || entry.status() == 429 || entry.status() >= 500;
    }

    /** Whether its client cannot know that nothing was done. */
    public static boolean mayHaveWorked(Entry entry) {
        return isBroken(entry) || SILENT.contains(entry.status());
    }

    /** How it failed, for a person. */
    public static String of(Entry entry) {
        return isBroken(entry) ? "lost the line" : "was answered " + entry.status();
    }

    /** Whether its client got no whole answer. */
    public static boolean isBroken(Entry entry) {
        return entry.summary().form() == RequestSummary.Form.LOST
                || entry.summary().form() == RequestSummary.Form.CUT;
    }
}
