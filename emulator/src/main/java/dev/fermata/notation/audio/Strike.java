package dev.fermata.notation.audio;

/**
 * A tone in a performance.
 *
 * @param start its first sample
 * @param end the sample after its last
 * @param key MIDI key, 0 to 127
 */
record Strike(long start, long end, int key, Timbre timbre) {}
