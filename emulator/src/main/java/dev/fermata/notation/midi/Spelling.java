package dev.fermata.notation.midi;

import dev.fermata.notation.pitch.Key;
import dev.fermata.notation.pitch.Pitch;
import dev.fermata.notation.pitch.Step;

/** Spells MIDI keys: the notes of the key signature, and otherwise the nearest in fifths. */
final class Spelling {

    /** Fifths below the signature's tonic; the twelve notes from here are the most common in major and minor. */
    private static final int BELOW = 3;

    private Spelling() {}

    /**
     * The written pitch of a written MIDI key. Pitches beyond the writable octaves are moved by octaves.
     *
     * @param key the written key signature
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
