package dev.fermata.snapshot.check;

import dev.fermata.notation.Limits;
import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.time.Bar;
import dev.fermata.notation.time.Ticks;
import java.util.List;

/** Checks that a piece of music stays within its own bars and staves, and within what any score may be. */
final class PieceCheck {
    private static final int LONGEST_BAR = Limits.QUARTERS_IN_A_MEASURE * Ticks.PER_QUARTER;
    private static final long LONGEST = (long) Limits.QUARTERS_IN_ALL * Ticks.PER_QUARTER;
    private static final int MOST_VOICES = 1_000;

    private PieceCheck() {}

    static void check(Place place, Piece piece) {
        place.at("bars").require(piece.bars().size() <= Limits.MEASURES, "must be at most " + Limits.MEASURES);
        place.at("parts").require(piece.parts().size() <= Limits.PARTS, "must be at most " + Limits.PARTS);
        place.at("parts")
                .require(
                        (long) piece.parts().size() * piece.bars().size() <= Limits.PARTS_TIMES_MEASURES,
                        "are too many parts with too many measures");
        place.at("bars").each(piece.bars(), PieceCheck::bar);
        place.at("bars").require(piece.bars().stream().mapToLong(Bar::ticks).sum() <= LONGEST, "are too long together");
        place.at("parts").distinct(piece.parts(), "id", Part::id);
        place.at("parts").each(piece.parts(), (at, part) -> part(at, part, piece.bars()));
    }

    private static void bar(Place place, Bar bar) {
        place.at("ticks").range(bar.ticks(), 1, LONGEST_BAR);
        place.at("tempos").each(bar.tempos(), (at, tempo) -> at.at("onset").range(tempo.onset(), 0, bar.ticks() - 1));
    }

    private static void part(Place place, Part part, List<Bar> bars) {
        for (int i = 0; i < bars.size(); i++) {
            measure(
                    place.at("measures").at(i),
                    part.measures().get(i),
                    bars.get(i).ticks(),
                    part.staves());
        }
    }

    private static void measure(Place place, Measure measure, int ticks, int staves) {
        place.at("clefs").each(measure.clefs(), (at, clef) -> {
            at.at("onset").range(clef.onset(), 0, ticks - 1);
            at.at("staff").range(clef.staff(), 1, staves);
        });
        place.at("notes").each(measure.notes(), (at, note) -> note(at, note, ticks, staves));
    }

    private static void note(Place place, Note note, int ticks, int staves) {
        place.at("onset").range(note.onset(), 0, ticks - 1);
        place.at("duration").range(note.duration(), 1, ticks - note.onset());
        place.at("staff").range(note.staff(), 1, staves);
        place.at("voice").range(note.voice(), 1, MOST_VOICES);
    }
}
