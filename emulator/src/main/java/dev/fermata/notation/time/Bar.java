package dev.fermata.notation.time;

import java.util.List;
import java.util.Optional;

/**
 * What all parts share between two bar lines.
 *
 * @param ticks how long it really is: an upbeat is shorter than its metre
 * @param time the metre, where it changes
 * @param tempos the tempos that begin in it, by onset
 */
public record Bar(int ticks, Optional<TimeSignature> time, List<Tempo> tempos) {

    public Bar {
        if (ticks < 1) {
            throw new IllegalArgumentException("ticks " + ticks);
        }
        tempos = List.copyOf(tempos);
    }
}
