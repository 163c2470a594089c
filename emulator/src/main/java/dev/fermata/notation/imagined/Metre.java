package dev.fermata.notation.imagined;

import dev.fermata.notation.time.Ticks;
import dev.fermata.notation.time.TimeSignature;
import java.util.Arrays;
import java.util.List;

/** The metres of generated pieces, each with rhythms that fill a measure. */
enum Metre {
    FOUR_FOUR(4, 4, "4 4 4 4", "8 4 4", "6 2 4 4", "4 2 2 4 4", "2 2 2 2 4 4", "4 4 8", "6 2 8", "4 4 3 1 4"),
    THREE_FOUR(3, 4, "4 4 4", "8 4", "6 2 4", "4 2 2 4", "4 4 2 2", "2 2 2 2 4", "4 8"),
    TWO_FOUR(2, 4, "4 4", "4 2 2", "2 2 4", "6 2", "3 1 4", "2 2 2 2", "2 1 1 4"),
    SIX_EIGHT(6, 8, "6 6", "4 2 4 2", "2 2 2 6", "4 2 6", "6 2 2 2", "2 2 2 4 2", "6 4 2");

    private static final int SIXTEENTH = Ticks.PER_QUARTER / 4;

    private final int beats;
    private final int beatType;
    private final String rhythms;

    /** @param rhythms lengths in sixteenths */
    Metre(int beats, int beatType, String... rhythms) {
        this.beats = beats;
        this.beatType = beatType;
        this.rhythms = String.join("|", rhythms);
    }

    TimeSignature time() {
        return new TimeSignature(beats, beatType);
    }

    /** Lengths in ticks that fill a measure. */
    List<List<Integer>> rhythms() {
        return Arrays.stream(rhythms.split("\\|", -1)).map(Metre::lengths).toList();
    }

    private static List<Integer> lengths(String rhythm) {
        return Arrays.stream(rhythm.split(" ", -1))
                .map(length -> Integer.parseInt(length) * SIXTEENTH)
                .toList();
    }
}
