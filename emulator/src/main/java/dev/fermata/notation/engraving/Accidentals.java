package dev.fermata.notation.engraving;

import dev.fermata.notation.Measure;
import dev.fermata.notation.Note;
import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the notes of a part that need an accidental. Use it measure by measure, because the key continues over bar
 * lines.
 */
public final class Accidentals {

    private final Map<Place, Integer> sinceBarLine = new HashMap<>();
    private final Set<Note> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    private Key key = new Key(0, false);

    private record Place(int staff, int height) {}

    /** Moves on to this measure. */
    public void enter(Measure measure) {
        key = measure.key().orElse(key);
        sinceBarLine.clear();
        needed.clear();
        // In the order of time, for all voices together.
        measure.notes().stream().sorted(Comparator.comparingInt(Note::onset)).forEach(this::read);
    }

    /** Whether a reader would play the wrong pitch without an accidental, in the measure last entered. */
    public boolean isNeeded(Note note) {
        return needed.contains(note);
    }

    private void read(Note note) {
        if (note.sound() instanceof Pitch pitch && !note.tieStop()) {
            Place place = new Place(note.staff(), pitch.height());
            if (sinceBarLine.getOrDefault(place, key.alter(pitch.step())) != pitch.alter()) {
                sinceBarLine.put(place, pitch.alter());
                needed.add(note);
            }
        }
    }

    /** MusicXML's name for an alteration. */
    public static String musicXml(int alter) {
        return switch (alter) {
            case -3 -> "triple-flat";
            case -2 -> "flat-flat";
            case -1 -> "flat";
            case 1 -> "sharp";
            case 2 -> "double-sharp";
            case 3 -> "triple-sharp";
            default -> "natural";
        };
    }
}
