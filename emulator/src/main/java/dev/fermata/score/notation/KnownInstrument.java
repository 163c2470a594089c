package dev.fermata.score.notation;

import java.util.List;

/**
 * An instrument with all that is needed to write for it; {@link Orchestra} lists them.
 *
 * @param transposition of its usual notation
 * @param clefs one for each staff, from the top
 */
public record KnownInstrument(
        Instrument instrument, String name, String abbreviation, Transposition transposition, List<Clef> clefs) {

    public KnownInstrument {
        clefs = List.copyOf(clefs);
    }
}
