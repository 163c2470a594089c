/**
 * Music as notes on staves, and its file formats.
 *
 * <p>Start with {@link dev.fermata.notation.Piece}: an immutable piece of music. Pieces come from {@code imagined} (a
 * fake recognition, a blank score), {@code musicxml} and {@code midi} (files); they are written by {@code musicxml},
 * {@code midi}, {@code audio} and {@code picture}. {@code engraving} derives the data for engraving from the notes:
 * note values, ties, accidentals, beams, tuplets.
 *
 * <p>Positions and lengths are whole {@linkplain dev.fermata.notation.time.Ticks ticks}. Pitches are written pitches: what a
 * clarinettist reads, not what sounds. This package does not depend on a vendor's API, on jobs or on the clock.
 */
@NullMarked
package dev.fermata.notation;

import org.jspecify.annotations.NullMarked;
