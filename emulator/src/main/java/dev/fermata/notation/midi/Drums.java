package dev.fermata.notation.midi;

import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Sound;
import dev.fermata.notation.pitch.Step;

/** The usual staff positions of General MIDI's percussion. */
final class Drums {

    private Drums() {}

    /**
     * The stroke on a percussion key, drawn as in most drum parts; keys without a convention are drawn in the middle.
     */
    static Sound.Stroke stroke(int key) {
        Pitch place = switch (key) {
            case 35 -> place(Step.E, 4);
            case 36 -> place(Step.F, 4);
            case 44 -> place(Step.D, 4);
            case 41 -> place(Step.G, 4);
            case 43, 45 -> place(Step.A, 4);
            case 47 -> place(Step.B, 4);
            case 48 -> place(Step.D, 5);
            case 50 -> place(Step.E, 5);
            case 51, 53, 59 -> place(Step.F, 5);
            case 42, 46, 54 -> place(Step.G, 5);
            case 49, 52, 55, 57 -> place(Step.A, 5);
            default -> place(Step.C, 5);
        };
        return new Sound.Stroke(place.step(), place.octave(), key);
    }

    private static Pitch place(Step step, int octave) {
        return new Pitch(step, 0, octave);
    }
}
