package dev.fermata.notation.midi;

/**
 * As much of a tone as sounds in one bar.
 *
 * @param onset ticks from the start of the bar
 * @param end ticks from the start of the bar, after the onset
 * @param key sounding MIDI key
 * @param fromBefore whether it began earlier
 * @param goesOn whether it ends later
 */
record Sounding(int onset, int end, int key, boolean fromBefore, boolean goesOn) {

    /** The part of it between two positions. */
    Sounding between(int from, int to) {
        return new Sounding(
                Math.max(onset, from), Math.min(end, to), key, fromBefore || onset < from, goesOn || end > to);
    }
}
