package dev.fermata.control;

import java.util.Locale;

/** What the engine's constants are called on the wire. */
final class Labels {
    private Labels() {}

    /** In lower case, as {@code no_music}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
