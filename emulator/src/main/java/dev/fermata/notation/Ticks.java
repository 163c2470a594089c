package dev.fermata.notation;

import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Tempo;
import java.util.stream.IntStream;

/** The unit of all positions and lengths. */
public final class Ticks {

    /** Makes whole numbers of the 128th note and of its triplets, quintuplets and septuplets. */
    public static final int PER_QUARTER = 10_080;

    private Ticks() {}

    /**
     * How many divisions of a quarter are enough to tell every position and length of the piece, 1 to
     * {@link #PER_QUARTER}. File formats that carry a resolution of their own get this one: small numbers, nothing lost.
     */
    public static int divisionsOf(Piece piece) {
        int step = piece.bars().stream().flatMapToInt(Ticks::of).reduce(PER_QUARTER, Ticks::gcd);
        for (Part part : piece.parts()) {
            for (Measure measure : part.measures()) {
                step = of(measure).reduce(step, Ticks::gcd);
            }
        }
        return PER_QUARTER / step;
    }

    /** So many ticks in divisions of a quarter that are enough to tell them. */
    public static int inDivisions(int ticks, int divisions) {
        return (int) ((long) ticks * divisions / PER_QUARTER);
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
