package dev.fermata.notation.midi;

/**
 * The part of a tone that sounds in one bar.
 *
 * @param onset ticks from the start of the bar
 * @param end ticks from the start of the bar, after the onset
 * @param key sounding MIDI key
 * @param fromBefore whether it started in an earlier bar
 * @param goesOn whether it ends in a later bar
 */
record Sounding(int onset, int end, int key, boolean fromBefore, boolean goesOn) {

    /** The part of it between two positions. */
    Sounding between(int from, int to) {
        return new Sounding(
                Math.max(onset, from), Math.min(end, to), key, fromBefore || onset < from, goesOn || end > to);
    }
}
