package dev.fermata.conduct;

import dev.fermata.journal.RequestSummary;
import java.util.Locale;

/** The journal's constants in words, for a person. */
public final class Words {
    private Words() {}

    /** In words, as in {@code under way}. */
    public static String of(RequestSummary.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
