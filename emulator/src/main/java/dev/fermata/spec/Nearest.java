package dev.fermata.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Suggests known names for an unknown one. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The end of a sentence, as in {@code ; the nearest known: status, state}. */
    public static String hint(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "; none is known here";
        }
        String meant = name.substring(0, Math.min(name.length(), LONGEST));
        String nearest = known.stream()
                .sorted(Comparator.comparingInt((String other) -> distance(meant, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .collect(Collectors.joining(", "));
        return "; the nearest known: " + nearest;
    }

    /** The number of characters to insert, delete or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
