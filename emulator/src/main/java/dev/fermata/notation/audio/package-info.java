/**
 * Pieces as sound: {@link dev.fermata.notation.audio.WavWriter} and
 * {@link dev.fermata.notation.audio.Mp3Writer} play a {@link dev.fermata.notation.audio.Performance} into a
 * file.
 *
 * <p>The sound is plain, made for tests and not for ears: it keeps pitch, onset, length and tempo, and tells a piano from
 * a flute from a drum. Java's own synthesizer would sound better, but differently with the sound banks of each machine,
 * and leaves one of its own in the home folder.
 */
@NullMarked
package dev.fermata.notation.audio;

import org.jspecify.annotations.NullMarked;
