package dev.fermata.conduct.rule;

import dev.fermata.journal.Entry;
import dev.fermata.journal.Gist;
import java.util.Set;

/** Which requests failed, and what is known of them then. */
final class Failures {
    /** The server or a proxy does not say whether the request was carried out. */
    private static final Set<Integer> SILENT = Set.of(500, 502, 504);

    private Failures() {}

    /** Whether it failed by no fault of its client's, and may go well the next time. */
    static boolean mayPass(Entry entry) {
        return isBroken(entry) || entry.status() == 429 || entry.status() >= 500;
    }

    /** Whether its client cannot know that nothing was done. */
    static boolean mayHaveWorked(Entry entry) {
        return isBroken(entry) || SILENT.contains(entry.status());
    }

    /** How it failed, for a person. */
    static String of(Entry entry) {
        return isBroken(entry) ? "lost the line" : "was answered " + entry.status();
    }

    /** Whether its client got no whole answer. */
    static boolean isBroken(Entry entry) {
        return entry.gist().form() == Gist.Form.LOST || entry.gist().form() == Gist.Form.CUT;
    }
}
