/**
 * Pieces as sound: {@link dev.fermata.notation.audio.WavWriter} and {@link dev.fermata.notation.audio.Mp3Writer} play a
 * {@link dev.fermata.notation.audio.Performance} into a file.
 *
 * <p>The sound is plain, made for tests: it keeps pitch, onset, length and tempo, and distinguishes piano, flute and
 * drum. Java's own synthesizer would sound better, but depends on the sound banks of the machine, and stores a sound
 * bank in the home folder.
 */
@NullMarked
package dev.fermata.notation.audio;

import org.jspecify.annotations.NullMarked;
