package dev.fermata.notation.engraving;

import dev.fermata.notation.Part;
import dev.fermata.notation.pitch.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An instrument of a part in MusicXML: the part's own instrument and, for percussion, one for each key.
 *
 * @param key General MIDI percussion key
 */
public record ScoreInstrument(String id, String name, OptionalInt key) {

    /** All instruments of a part, its own first. */
    public static List<ScoreInstrument> of(Part part) {
        List<ScoreInstrument> result = new ArrayList<>();
        result.add(new ScoreInstrument(part.id() + "-I1", part.name(), OptionalInt.empty()));
        part.measures().stream()
                .flatMap(measure -> measure.notes().stream())
                .filter(note -> note.sound() instanceof Sound.Stroke)
                .map(note -> ((Sound.Stroke) note.sound()).key())
                .distinct()
                .sorted()
                .map(key -> new ScoreInstrument(strokeId(part, key), "Percussion " + key, OptionalInt.of(key)))
                .forEach(result::add);
        return result;
    }

    /** The id of the instrument for a stroke. */
    public static String strokeId(Part part, int key) {
        return part.id() + "-K" + key;
    }
}
