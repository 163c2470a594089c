package dev.fermata.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param seed where all that is random comes from
 * @param isShort whether all should be over in about a minute
 * @param minutes how long the long form begins another round of attacks
 * @param attacks the names of those to run; all of them when empty
 */
record SoakOptions(long seed, boolean isShort, int minutes, List<String> attacks) {
    private static final int MINUTES = 5;
    private static final int MOST_MINUTES = 1_440;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static SoakOptions of(List<String> words) {
        long seed = System.nanoTime() & Integer.MAX_VALUE;
        boolean isShort = false;
        int minutes = MINUTES;
        List<String> attacks = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--short" -> isShort = true;
                case "--seed" -> seed = number(words, ++i, Long.MAX_VALUE);
                case "--minutes" -> minutes = (int) number(words, ++i, MOST_MINUTES);
                default -> attacks.add(word);
            }
        }
        return new SoakOptions(seed, isShort, minutes, List.copyOf(attacks));
    }

    private static long number(List<String> words, int index, long most) {
        String option = words.get(index - 1);
        String value = index < words.size() ? words.get(index) : "missing";
        if (!value.matches("[0-9]{1,18}") || Long.parseLong(value) > most) {
            throw new IllegalArgumentException(option + " must be from 0 to " + most + ", was " + value);
        }
        return Long.parseLong(value);
    }
}
