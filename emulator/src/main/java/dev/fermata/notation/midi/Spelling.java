package dev.fermata.notation.midi;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;

/** Names the keys of a keyboard: the notes of the key signature, and what lies nearest to them in fifths. */
final class Spelling {

    /** Fifths below the signature's own; the twelve from here are the most usual accidentals of major and minor. */
    private static final int BELOW = 3;

    private Spelling() {}

    /**
     * The written pitch of a written MIDI key. What leaves the octaves that can be written comes back by octaves.
     *
     * @param key of the signature as it is written
     */
    static Pitch of(int midi, Key key) {
        int lowest = key.fifths() - BELOW;
        int fifths = lowest + Math.floorMod(7 * midi - lowest, 12);
        Step step = Step.of(4 * fifths);
        int alter = Math.floorDiv(fifths + 1, 7);
        int octave = Math.floorDiv(midi - alter - step.semitones(), 12) - 1;
        return new Pitch(step, alter, Math.max(0, Math.min(octave, 9)));
    }
}
