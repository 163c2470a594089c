/**
 * Conversion of pieces to and from MIDI. Start with {@link dev.fermata.notation.midi.MidiWriter} and {@link
 * dev.fermata.notation.midi.MidiReader}; a {@link dev.fermata.notation.midi.file.Tone} is a sound after joining ties
 * and transposing.
 *
 * <p>A file is read in two steps: it becomes a recording ({@code Chunks}, {@code TrackReader}, {@code TrackRecorder},
 * {@code Conductor}), and the recording becomes notation ({@code Grid}, {@code BarLines}, {@code PartBuilder}, {@code
 * Voices}). The reader accepts untrusted files; {@link dev.fermata.notation.Limits} bounds its memory and time.
 */
@NullMarked
package dev.fermata.notation.midi;

import org.jspecify.annotations.NullMarked;
