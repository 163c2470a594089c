/** Reads a MIDI file into a recording: chunks, tracks, tempo and tones, before notation. */
@NullMarked
package dev.fermata.notation.midi.file;

import org.jspecify.annotations.NullMarked;
