package dev.fermata.scenario;

import java.util.List;

/**
 * A pattern for file names: {@code *} matches any characters, every other character matches itself, and case does not
 * matter.
 *
 * <p>Between two stars the first match is as good as any later one, so matching never backtracks.
 */
final class NamePattern {
    /** The maximum length of a pattern, in characters. */
    static final int MOST = 256;

    /** A longer name matches only the pattern {@code *}. */
    static final int LONGEST_NAME = 4_096;

    private NamePattern() {}

    /** Throws {@link IllegalArgumentException} for a pattern that is too long. */
    static void require(String pattern) {
        if (pattern.length() > MOST) {
            throw new IllegalArgumentException(
                    "name must have at most " + MOST + " characters, had " + pattern.length());
        }
    }

    /** Whether a name matches a pattern. */
    static boolean matches(String pattern, String name) {
        if (pattern.equals("*")) {
            return true;
        }
        return name.length() <= LONGEST_NAME && matches(List.of(folded(pattern).split("\\*", -1)), folded(name));
    }

    private static boolean matches(List<String> between, String name) {
        String first = between.get(0);
        String last = between.get(between.size() - 1);
        if (between.size() == 1) {
            return name.equals(first);
        }
        int end = name.length() - last.length();
        if (end < first.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int from = first.length();
        for (String part : between.subList(1, between.size() - 1)) {
            int at = name.indexOf(part, from);
            if (at < 0 || at + part.length() > end) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    /** Folds each character by itself, so that the length stays the same: ẞ does not match ss. */
    private static String folded(String text) {
        return text.codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
