package dev.fermata.notation.engraving;

import dev.fermata.notation.time.Ticks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The written form of a length.
 *
 * @param dots 0 to 3
 * @param actual the number of notes in a tuplet …
 * @param normal … that take the time of this many; 1 and 1 outside a tuplet
 */
public record NoteValue(Type type, int dots, int actual, int normal) {

    private static final Map<Integer, NoteValue> BY_TICKS = byTicks();
    private static final List<Integer> USUAL = longestFirst(value -> true);
    private static final List<Integer> PLAIN = longestFirst(value -> !value.isTuplet());

    /** The value of this many ticks; empty if no single common note has this length. */
    public static Optional<NoteValue> of(int ticks) {
        return Optional.ofNullable(BY_TICKS.get(ticks));
    }

    /**
     * The lengths of tied notes that together last this many ticks; longest first. At most two if two common values
     * suffice. A length shorter than any note is not split.
     */
    public static List<Integer> split(int ticks) {
        if (BY_TICKS.containsKey(ticks)) {
            return List.of(ticks);
        }
        for (List<Integer> lengths : List.of(PLAIN, USUAL)) {
            for (int length : lengths) {
                if (length < ticks && lengths.contains(ticks - length)) {
                    return List.of(length, ticks - length);
                }
            }
        }
        List<Integer> result = new ArrayList<>();
        int left = ticks;
        for (int length : PLAIN) {
            for (; length <= left; left -= length) {
                result.add(length);
            }
        }
        if (left > 0) {
            result.add(left);
        }
        return result;
    }

    /**
     * The lengths of tied notes from one position of a measure to another: one if a single note can be written;
     * otherwise the split shows the quarter beats.
     */
    public static List<Integer> between(int from, int to) {
        if (from >= to) {
            return List.of();
        }
        if (BY_TICKS.containsKey(to - from)) {
            return List.of(to - from);
        }
        int quarter = Ticks.PER_QUARTER;
        int firstQuarter = (from + quarter - 1) / quarter * quarter;
        int lastQuarter = to / quarter * quarter;
        List<Integer> lengths = new ArrayList<>();
        int at = from;
        for (int cut : new int[] {Math.min(firstQuarter, to), lastQuarter, to}) {
            if (cut > at) {
                lengths.addAll(split(cut - at));
                at = cut;
            }
        }
        return lengths;
    }

    public boolean isTuplet() {
        return actual != normal;
    }

    private int ticks() {
        int dotted = type.ticks() * 2 - (type.ticks() >> dots);
        return dotted * normal / actual;
    }

    private boolean isWhole() {
        int dotted = type.ticks() * 2 - (type.ticks() >> dots);
        return type.ticks() % (1 << dots) == 0 && dotted * normal % actual == 0;
    }

    private static Map<Integer, NoteValue> byTicks() {
        // The simplest shape wins: plain values, then dots, then tuplets.
        int[][] ratios = {{1, 1}, {3, 2}, {5, 4}, {7, 4}, {9, 8}};
        Map<Integer, NoteValue> values = new HashMap<>();
        for (int[] ratio : ratios) {
            int mostDots = ratio[0] == 1 ? 3 : 1;
            for (int dots = 0; dots <= mostDots; dots++) {
                for (Type type : Type.values()) {
                    NoteValue value = new NoteValue(type, dots, ratio[0], ratio[1]);
                    if (value.isWhole()) {
                        values.putIfAbsent(value.ticks(), value);
                    }
                }
            }
        }
        return Map.copyOf(values);
    }

    private static List<Integer> longestFirst(Predicate<NoteValue> which) {
        return BY_TICKS.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The plain values, longest first. */
    public enum Type {
        LONG(0, "long"),
        BREVE(1, "breve"),
        WHOLE(2, "whole"),
        HALF(3, "half"),
        QUARTER(4, "quarter"),
        EIGHTH(5, "eighth"),
        SIXTEENTH(6, "16th"),
        THIRTY_SECOND(7, "32nd"),
        SIXTY_FOURTH(8, "64th"),
        HUNDRED_TWENTY_EIGHTH(9, "128th");

        private final int halvings;
        private final String musicXml;

        /**
         * @param halvings how often a long is halved
         */
        Type(int halvings, String musicXml) {
            this.halvings = halvings;
            this.musicXml = musicXml;
        }

        public String musicXml() {
            return musicXml;
        }

        public int ticks() {
            return (16 * Ticks.PER_QUARTER) >> halvings;
        }

        /** The number of flags or beams: none for quarter notes and longer. */
        public int flags() {
            return Math.max(0, halvings - QUARTER.halvings);
        }

        public boolean hasStem() {
            return halvings >= HALF.halvings;
        }
    }
}
