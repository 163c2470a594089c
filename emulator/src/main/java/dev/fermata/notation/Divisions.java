package dev.fermata.notation;

import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import dev.fermata.notation.time.Ticks;
import java.util.stream.IntStream;

/** The resolution of file formats that have their own: divisions of a quarter. */
public final class Divisions {
    private Divisions() {}

    /**
     * The smallest number of divisions of a quarter that expresses every position and length of the piece exactly, 1 to
     * {@link Ticks#PER_QUARTER}. File formats with a resolution of their own use it.
     */
    public static int of(Piece piece) {
        int step = piece.bars().stream().flatMapToInt(Divisions::of).reduce(Ticks.PER_QUARTER, Divisions::gcd);
        for (Part part : piece.parts()) {
            for (Measure measure : part.measures()) {
                step = of(measure).reduce(step, Divisions::gcd);
            }
        }
        return Ticks.PER_QUARTER / step;
    }

    /** Converts ticks to divisions of a quarter; exact for values from {@link #of}. */
    public static int inDivisions(int ticks, int divisions) {
        return (int) ((long) ticks * divisions / Ticks.PER_QUARTER);
    }

    private static IntStream of(Bar bar) {
        return IntStream.concat(IntStream.of(bar.ticks()), bar.tempos().stream().mapToInt(Tempo::onset));
    }

    private static IntStream of(Measure measure) {
        return IntStream.concat(
                measure.notes().stream().flatMapToInt(note -> IntStream.of(note.onset(), note.duration())),
                measure.clefs().stream().mapToInt(ClefChange::onset));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
