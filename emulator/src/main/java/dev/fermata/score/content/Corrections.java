package dev.fermata.score.content;

import dev.fermata.notation.Instrument;
import dev.fermata.notation.KnownInstrument;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.pitch.PitchClass;
import dev.fermata.notation.pitch.Transposition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What somebody who looked at a recognized piece knows better. The notes stay as they are written; what they are played
 * on, and so how they sound, may change.
 *
 * @param title of the piece
 * @param language of the words in it, as a BCP 47 tag
 * @param parts by the place of the part, from 0
 */
public record Corrections(Optional<String> title, Optional<String> language, Map<Integer, OfPart> parts) {
    /** Nothing to correct. */
    public static final Corrections NONE = new Corrections(Optional.empty(), Optional.empty(), Map.of());

    public Corrections {
        parts = Map.copyOf(parts);
    }

    /**
     * What is known better of one part.
     *
     * @param instrument what it is played on; brings its own name and key
     * @param program another General MIDI program of that instrument, 0 to 127
     * @param key the key the instrument is in
     * @param name what stands before the staff
     */
    public record OfPart(
            Optional<KnownInstrument> instrument,
            Optional<Integer> program,
            Optional<PitchClass> key,
            Optional<String> name) {
        private Part applyTo(Part part) {
            Part changed = instrument
                    .map(known -> part.playedOn(known.instrument())
                            .named(known.name(), known.abbreviation())
                            .transposedBy(known.transposition()))
                    .orElse(part);
            Part sounding = program.map(other -> changed.playedOn(new Instrument(
                            changed.instrument().id(),
                            other,
                            changed.instrument().percussion())))
                    .orElse(changed);
            Part transposed = key.map(wanted -> sounding.transposedBy(inKey(wanted, sounding.transposition())))
                    .orElse(sounding);
            return name.map(other -> transposed.named(other, "")).orElse(transposed);
        }

        /** A tenor saxophone in B♭ stays an octave below a clarinet in B♭. */
        private static Transposition inKey(PitchClass wanted, Transposition usual) {
            return PitchClass.soundingFor(usual).equals(wanted) ? usual : wanted.transposition();
        }
    }

    /** The piece with all this corrected. */
    Piece applyTo(Piece piece) {
        List<Part> corrected = IntStream.range(0, piece.parts().size())
                .mapToObj(i -> parts.containsKey(i)
                        ? parts.get(i).applyTo(piece.parts().get(i))
                        : piece.parts().get(i))
                .toList();
        return piece.withTitle(title.orElse(piece.title()))
                .withLanguage(language.or(piece::language))
                .withParts(corrected);
    }
}
