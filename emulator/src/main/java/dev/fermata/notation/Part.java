package dev.fermata.notation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.notation.pitch.Transposition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The music of one player.
 *
 * @param id {@code P1}, {@code P2}, … in the order of the score
 * @param name printed before its first staff; may be empty
 * @param abbreviation printed before the other staves; may be empty
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

    /** The transposition at its start. */
    public Transposition transposition() {
        return measures.get(0).transposition().orElse(Transposition.NONE);
    }

    /** An id that is unique among the parts of all scores, and constant as long as the part keeps its id. */
    public UUID uuid(String scoreId) {
        return UUID.nameUUIDFromBytes((scoreId + "/" + id).getBytes(UTF_8));
    }

    /** A copy with other notes. */
    public Part withMeasures(List<Measure> others) {
        return new Part(id, name, abbreviation, instrument, staves, others);
    }

    /** A copy with another name. */
    public Part named(String other, String otherAbbreviation) {
        return new Part(id, other, otherAbbreviation, instrument, staves, measures);
    }

    /** A copy with the same written notes for another instrument. */
    public Part playedOn(Instrument other) {
        return new Part(id, name, abbreviation, other, staves, measures);
    }

    /** A copy with the same written notes and another transposition. */
    public Part transposedBy(Transposition other) {
        List<Measure> changed = new ArrayList<>(measures);
        changed.set(0, measures.get(0).withTransposition(other));
        return new Part(id, name, abbreviation, instrument, staves, changed);
    }
}
