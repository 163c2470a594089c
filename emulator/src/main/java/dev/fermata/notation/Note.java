package dev.fermata.notation;

import dev.fermata.notation.pitch.Sound;

/**
 * One note or rest of a measure. Notes of the same voice and onset are a chord.
 *
 * @param onset ticks from the start of the measure
 * @param duration ticks, at least 1
 * @param voice at least 1; voices of all staves of a part are numbered together
 * @param staff 1 is the topmost of the part
 * @param tieStart whether it is tied to a later note of the same pitch
 * @param tieStop whether it is tied to an earlier one
 */
public record Note(int onset, int duration, int voice, int staff, Sound sound, boolean tieStart, boolean tieStop) {

    public Note {
        if (onset < 0 || duration < 1 || voice < 1 || staff < 1) {
            throw new IllegalArgumentException(
                    "onset " + onset + ", duration " + duration + ", voice " + voice + ", staff " + staff);
        }
        if (sound instanceof Sound.Rest && (tieStart || tieStop)) {
            throw new IllegalArgumentException("a rest must not have ties");
        }
    }

    public Note(int onset, int duration, int voice, int staff, Sound sound) {
        this(onset, duration, voice, staff, sound, false, false);
    }

    /** The end, in ticks from the start of the measure. */
    public int end() {
        return onset + duration;
    }

    public boolean isRest() {
        return sound instanceof Sound.Rest;
    }

    public Note withTies(boolean start, boolean stop) {
        return new Note(onset, duration, voice, staff, sound, start, stop);
    }
}
