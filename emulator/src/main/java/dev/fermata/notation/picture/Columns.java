package dev.fermata.notation.picture;

import java.util.Collections;
import java.util.List;

/**
 * The horizontal positions in a bar: one column for each onset.
 *
 * @param onsets sorted
 */
record Columns(List<Integer> onsets, double left, double right) {

    double of(int onset) {
        int index = Collections.binarySearch(onsets, onset);
        return left + 1.8 + (right - left - 2) * index / Math.max(1, onsets.size());
    }

    double middle() {
        return (left + right) / 2;
    }
}
