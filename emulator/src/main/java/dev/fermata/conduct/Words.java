package dev.fermata.conduct;

import dev.fermata.journal.Gist;
import java.util.Locale;

/** What is said of a journal's constants. */
public final class Words {
    private Words() {}

    /** As {@code under way}. */
    public static String of(Gist.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
