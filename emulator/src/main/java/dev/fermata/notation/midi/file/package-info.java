/** A MIDI file read into a recording: chunks, tracks, tempo and tones, nothing yet written as notes. */
@NullMarked
package dev.fermata.notation.midi.file;

import org.jspecify.annotations.NullMarked;
