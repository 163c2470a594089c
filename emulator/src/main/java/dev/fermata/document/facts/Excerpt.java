package dev.fermata.document.facts;

import java.util.Optional;

/** Texts of strangers, cut to a length that can be kept. */
public final class Excerpt {
    /** How many characters of a title are kept. */
    public static final int TITLE = 500;

    /** How many characters of the name of a file are kept. */
    public static final int FILE_NAME = 255;

    private Excerpt() {}

    /** The first characters of a text, at most {@code most}; one that takes two in Java is not cut in half. */
    public static String of(String text, int most) {
        return exceeds(text, most) ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
    }

    /** The same of a text that may be missing. */
    public static Optional<String> of(Optional<String> text, int most) {
        return text.map(there -> of(there, most));
    }

    /** Whether a text has more characters than that. */
    public static boolean exceeds(String text, int most) {
        return text.length() > most && text.codePointCount(0, text.length()) > most;
    }
}
