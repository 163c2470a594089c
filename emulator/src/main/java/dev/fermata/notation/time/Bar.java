package dev.fermata.notation.time;

import java.util.List;
import java.util.Optional;

/**
 * The bar that all parts share.
 *
 * @param ticks its actual length: an upbeat is shorter than its metre
 * @param time the metre, if it changes
 * @param tempos the tempos that start in it, by onset
 */
public record Bar(int ticks, Optional<TimeSignature> time, List<Tempo> tempos) {

    public Bar {
        if (ticks < 1) {
            throw new IllegalArgumentException("ticks " + ticks);
        }
        tempos = List.copyOf(tempos);
    }
}
