package dev.fermata.notation.imagined;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Orchestra;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Empty staves for a new score. */
public final class BlankScore {

    /** The number of measures in a blank score. */
    public static final int MEASURES = 4;

    private BlankScore() {}

    /**
     * A requested instrument.
     *
     * @param group as in {@code keyboards}
     * @param instrument as in {@code piano}
     */
    public record Wish(String group, String instrument, Optional<String> longName, Optional<String> shortName) {}

    /**
     * A piece with the staves of these instruments and {@link #MEASURES} measures of rest.
     *
     * @param wishes at least one
     * @param fifths of the sounding key, sharps positive; beyond ±7 the enharmonic key
     * @param time the metre
     */
    public static Piece of(String title, List<Wish> wishes, int fifths, TimeSignature time) {
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar(time.ticks(), Optional.of(time), List.of()));
        while (bars.size() < MEASURES) {
            bars.add(new Bar(time.ticks(), Optional.empty(), List.of()));
        }
        List<Part> parts = new ArrayList<>();
        for (Wish wish : wishes) {
            parts.add(part("P" + (parts.size() + 1), wish, Key.folded(fifths, false), time.ticks()));
        }
        return new Piece(title, Optional.empty(), bars, parts);
    }

    private static Part part(String id, Wish wish, Key sounding, int barTicks) {
        KnownInstrument known = Orchestra.find(wish.group(), wish.instrument()).orElse(Orchestra.PIANO);
        Measure silent = Measure.silent(barTicks, known.clefs().size());
        List<Measure> measures = new ArrayList<>();
        measures.add(known.opening(sounding, silent.notes()));
        while (measures.size() < MEASURES) {
            measures.add(silent);
        }
        Instrument played = new Instrument(
                wish.group() + "." + wish.instrument(),
                known.instrument().program(),
                known.instrument().percussion());
        return new Part(
                id,
                wish.longName().orElse(known.name()),
                wish.shortName().orElse(known.abbreviation()),
                played,
                known.clefs().size(),
                measures);
    }
}
