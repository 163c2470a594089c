package dev.fermata.score.notation.musicxml;

import dev.fermata.score.notation.Part;
import dev.fermata.score.notation.Piece;
import dev.fermata.score.notation.Sound;
import java.util.List;

/** The list of parts: names, instruments, MIDI programs. */
final class PartListWriter {

    private final XmlOutput out;

    PartListWriter(XmlOutput out) {
        this.out = out;
    }

    void write(Piece piece) {
        out.open("part-list");
        for (int i = 0; i < piece.parts().size(); i++) {
            write(piece.parts().get(i), piece.midiChannel(i));
        }
        out.close();
    }

    /** The id of the instrument that a stroke is played on: percussion has one for each key. */
    static String strokeId(Part part, int key) {
        return part.id() + "-K" + key;
    }

    private void write(Part part, int channel) {
        String main = part.id() + "-I1";
        List<Integer> keys = strokes(part);
        out.open("score-part", "id", part.id());
        out.leaf("part-name", part.name());
        if (!part.abbreviation().isEmpty()) {
            out.leaf("part-abbreviation", part.abbreviation());
        }
        scoreInstrument(main, part.name());
        keys.forEach(key -> scoreInstrument(strokeId(part, key), "Percussion " + key));
        midiInstrument(main, part, channel);
        out.close();
        for (int key : keys) {
            midiInstrument(strokeId(part, key), part, channel);
            out.leaf("midi-unpitched", key + 1);
            out.close();
        }
        out.close();
    }

    private void scoreInstrument(String id, String name) {
        out.open("score-instrument", "id", id);
        out.leaf("instrument-name", name);
        out.close();
    }

    private void midiInstrument(String id, Part part, int channel) {
        out.open("midi-instrument", "id", id);
        out.leaf("midi-channel", channel + 1);
        out.leaf("midi-program", part.instrument().program() + 1);
    }

    private static List<Integer> strokes(Part part) {
        return part.measures().stream()
                .flatMap(measure -> measure.notes().stream())
                .filter(note -> note.sound() instanceof Sound.Stroke)
                .map(note -> ((Sound.Stroke) note.sound()).key())
                .distinct()
                .sorted()
                .toList();
    }
}
