package dev.fermata.conduct;

import dev.fermata.journal.RequestSummary;
import java.util.Locale;

/** What is said of a journal's constants. */
public final class Words {
    private Words() {}

    /** As {@code under way}. */
    public static String of(RequestSummary.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
