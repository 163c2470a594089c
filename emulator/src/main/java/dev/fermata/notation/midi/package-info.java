/**
 * Pieces as they sound. Start with {@link dev.fermata.notation.midi.MidiWriter} and
 * {@link dev.fermata.notation.midi.MidiReader}; {@link dev.fermata.notation.midi.file.Tone} is what is left of
 * notes once ties are joined and parts transposed.
 *
 * <p>A file is read in two steps: it becomes a recording ({@code Chunks}, {@code TrackReader}, {@code TrackRecorder},
 * {@code Conductor}), and the recording is written down ({@code Grid}, {@code BarLines}, {@code PartBuilder},
 * {@code Voices}). The reader apis files of strangers: {@link dev.fermata.notation.Limits} bounds what it takes.
 */
@NullMarked
package dev.fermata.notation.midi;

import org.jspecify.annotations.NullMarked;
