package dev.fermata.notation.pitch;

/** The sound of a note: a pitch, a stroke on a percussion instrument, or silence. */
public sealed interface Sound permits Pitch, Sound.Stroke, Sound.Rest {

    /** Silence. */
    Rest REST = new Rest();

    /** A rest. */
    record Rest() implements Sound {}

    /**
     * A stroke on an instrument without pitch.
     *
     * @param step where it is drawn
     * @param octave where it is drawn, 0 to 9
     * @param key General MIDI percussion key, 0 to 127
     */
    record Stroke(Step step, int octave, int key) implements Sound {
        public Stroke {
            if (octave < 0 || octave > 9 || key < 0 || key > 127) {
                throw new IllegalArgumentException("octave " + octave + ", key " + key);
            }
        }
    }
}
