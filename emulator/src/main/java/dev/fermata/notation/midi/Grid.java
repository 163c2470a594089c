package dev.fermata.notation.midi;

import dev.fermata.notation.time.Ticks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The positions at which notes can start and end in notation: each quarter note is divided evenly.
 *
 * <p>A file from a notation program already lies on such a grid, and keeps every onset. A recorded performance is moved
 * to sixteenths or triplets, or to divisions twice as fine if these are too coarse.
 */
final class Grid {

    private static final int Q = Ticks.PER_QUARTER;
    private static final List<Integer> SIMPLE = List.of(1, 2, 4, 3, 8, 6, 16, 12, 32, 24);
    private static final List<Integer> ALL = List.of(1, 2, 4, 3, 8, 6, 5, 7, 16, 12, 9, 10, 32, 24);
    private static final int LOOSENESS = Q / 24;

    private final long precision;
    private final boolean written;
    private final Map<Long, Integer> divisions;

    /**
     * @param onsets of all tones
     * @param precision how far from the grid a written onset may be, in ticks
     */
    Grid(long[] onsets, long precision) {
        this.precision = precision;
        long exact = Arrays.stream(onsets)
                .filter(onset -> ALL.stream().anyMatch(division -> isOn(onset, division)))
                .count();
        // Few of these matches, about one in ten, are accidental.
        this.written = 10 * exact >= 9L * onsets.length;
        this.divisions = new HashMap<>();
        Map<Long, List<Long>> byQuarter =
                LongStream.of(onsets).distinct().boxed().collect(Collectors.groupingBy(onset -> onset / Q));
        byQuarter.forEach((quarter, inIt) -> divisions.put(quarter, division(inIt)));
    }

    /** The start of a note that starts at this tick in the file. */
    long onset(long tick) {
        return nearest(tick, divisionAt(tick));
    }

    /**
     * The end of something that ends at this tick in the file, or the position of a tempo: often not at a note's start.
     */
    long end(long tick) {
        int division = divisionAt(tick);
        if (written) {
            for (int finer : SIMPLE) {
                if (!isOn(tick, division) && isOn(tick, finer)) {
                    return nearest(tick, finer);
                }
            }
        }
        return nearest(tick, isOn(tick, division) ? division : finest(division));
    }

    /** The end of a tone with known start and end in the file; always after its onset. */
    long end(long start, long end) {
        long onset = onset(start);
        long moved = end(end);
        return moved > onset ? moved : onset + Q / finest(divisionAt(start));
    }

    private int divisionAt(long tick) {
        return divisions.getOrDefault(tick / Q, 1);
    }

    /** At least sixteenths; for triplets only themselves. */
    private static int finest(int division) {
        return division == 1 || division == 2 ? 4 : division;
    }

    private int division(List<Long> onsets) {
        if (written) {
            for (int division : ALL) {
                if (onsets.stream().allMatch(onset -> isOn(onset, division))) {
                    return division;
                }
            }
        }
        int coarse = better(onsets, 4, 3);
        return looseness(onsets, coarse) <= LOOSENESS ? coarse : better(onsets, 8, 6);
    }

    private static int better(List<Long> onsets, int even, int triplets) {
        return looseness(onsets, even) <= looseness(onsets, triplets) ? even : triplets;
    }

    private static double looseness(List<Long> onsets, int division) {
        return onsets.stream()
                .mapToLong(onset -> Math.abs(onset - nearest(onset, division)))
                .average()
                .orElse(0);
    }

    private boolean isOn(long tick, int division) {
        return Math.abs(tick - nearest(tick, division)) <= precision;
    }

    private static long nearest(long tick, int division) {
        int step = Q / division;
        return (tick + step / 2) / step * step;
    }
}
