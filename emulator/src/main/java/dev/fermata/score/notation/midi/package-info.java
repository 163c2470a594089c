/**
 * Pieces as they sound. Start with {@link dev.fermata.score.notation.midi.MidiWriter};
 * {@link dev.fermata.score.notation.midi.Tone} is what is left of notes once ties are joined and parts transposed.
 */
@NullMarked
package dev.fermata.score.notation.midi;

import org.jspecify.annotations.NullMarked;
