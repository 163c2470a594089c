package dev.fermata.notation;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Transposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An instrument with the data for writing a part; {@link Orchestra} lists them.
 *
 * @param transposition of its usual notation
 * @param clefs one for each staff, from the top
 */
public record KnownInstrument(
        Instrument instrument, String name, String abbreviation, Transposition transposition, List<Clef> clefs) {

    public KnownInstrument {
        clefs = List.copyOf(clefs);
    }

    /**
     * The first measure of a part for this instrument, with its clefs, written key and transposition.
     *
     * @param notes as they are written
     */
    public Measure opening(Key sounding, List<Note> notes) {
        List<ClefChange> first = new ArrayList<>();
        for (Clef clef : clefs) {
            first.add(new ClefChange(0, first.size() + 1, clef));
        }
        return new Measure(Optional.of(transposition.written(sounding)), Optional.empty(), first, notes)
                .withTransposition(transposition);
    }
}
