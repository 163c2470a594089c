package dev.fermata.notation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.notation.pitch.Transposition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One player's line through the piece.
 *
 * @param id {@code P1}, {@code P2}, … in the order of the score
 * @param name what stands before its first staff; may be empty
 * @param abbreviation what stands before the others; may be empty
 * @param staves 1 to 32
 * @param measures one for each {@link Piece#bars() bar}
 */
public record Part(
        String id, String name, String abbreviation, Instrument instrument, int staves, List<Measure> measures) {

    public Part {
        if (staves < 1 || staves > 32) {
            throw new IllegalArgumentException("staves " + staves);
        }
        measures = List.copyOf(measures);
    }

    /** The transposition it begins with. */
    public Transposition transposition() {
        return measures.get(0).transposition().orElse(Transposition.NONE);
    }

    /** What tells it from every part of this and of all other scores; as long as it keeps its id, always the same. */
    public UUID uuid(String scoreId) {
        return UUID.nameUUIDFromBytes((scoreId + "/" + id).getBytes(UTF_8));
    }

    /** The same playing other notes. */
    public Part withMeasures(List<Measure> others) {
        return new Part(id, name, abbreviation, instrument, staves, others);
    }

    /** The same called otherwise. */
    public Part named(String other, String otherAbbreviation) {
        return new Part(id, other, otherAbbreviation, instrument, staves, measures);
    }

    /** The same notes, as written, played on another instrument. */
    public Part playedOn(Instrument other) {
        return new Part(id, name, abbreviation, other, staves, measures);
    }

    /** The same notes, as written, sounding otherwise. */
    public Part transposedBy(Transposition other) {
        List<Measure> changed = new ArrayList<>(measures);
        changed.set(0, measures.get(0).withTransposition(other));
        return new Part(id, name, abbreviation, instrument, staves, changed);
    }
}
