package dev.fermata.score.notation.imagined;

import dev.fermata.score.notation.Clef;
import dev.fermata.score.notation.ClefChange;
import dev.fermata.score.notation.Key;
import dev.fermata.score.notation.KnownInstrument;
import dev.fermata.score.notation.Measure;
import dev.fermata.score.notation.Note;
import dev.fermata.score.notation.Transposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first measure of a part: its clefs, its written key, its transposition. */
final class Opening {

    private Opening() {}

    static Measure of(KnownInstrument instrument, Key sounding, List<Note> notes) {
        List<ClefChange> clefs = new ArrayList<>();
        for (Clef clef : instrument.clefs()) {
            clefs.add(new ClefChange(0, clefs.size() + 1, clef));
        }
        Transposition transposition = instrument.transposition();
        return new Measure(Optional.of(transposition.written(sounding)), Optional.empty(), clefs, notes)
                .withTransposition(transposition);
    }
}
