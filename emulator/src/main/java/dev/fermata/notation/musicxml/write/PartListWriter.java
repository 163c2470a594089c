package dev.fermata.notation.musicxml.write;

import dev.fermata.notation.Part;
import dev.fermata.notation.Piece;
import dev.fermata.notation.engraving.ScoreInstrument;
import dev.fermata.notation.musicxml.xml.XmlOutput;
import java.util.List;

/** The list of parts: names, instruments, MIDI programs. */
public final class PartListWriter {

    private final XmlOutput out;

    public PartListWriter(XmlOutput out) {
        this.out = out;
    }

    public void write(Piece piece) {
        out.open("part-list");
        for (int i = 0; i < piece.parts().size(); i++) {
            write(piece.parts().get(i), piece.midiChannel(i));
        }
        out.close();
    }

    private void write(Part part, int channel) {
        List<ScoreInstrument> instruments = ScoreInstrument.of(part);
        out.open("score-part", "id", part.id());
        out.leaf("part-name", part.name());
        if (!part.abbreviation().isEmpty()) {
            out.leaf("part-abbreviation", part.abbreviation());
        }
        for (ScoreInstrument instrument : instruments) {
            out.open("score-instrument", "id", instrument.id());
            out.leaf("instrument-name", instrument.name());
            out.close();
        }
        for (ScoreInstrument instrument : instruments) {
            out.open("midi-instrument", "id", instrument.id());
            out.leaf("midi-channel", channel + 1);
            out.leaf("midi-program", part.instrument().program() + 1);
            instrument.key().ifPresent(key -> out.leaf("midi-unpitched", key + 1));
            out.close();
        }
        out.close();
    }
}
