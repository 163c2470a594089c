/**
 * Music as notes on staves, and every form it takes.
 *
 * <p>Start with {@link dev.fermata.notation.Piece}: an immutable piece of music. Pieces come from {@code imagined}
 * (a fake recognition, a blank score), {@code musicxml} and {@code midi} (a file that was read); they leave through
 * {@code musicxml}, {@code midi}, {@code audio} and {@code picture}. {@code engraving} holds what any engraver derives
 * from the notes: note values, ties, accidentals, beams, tuplets.
 *
 * <p>Positions and lengths are whole {@linkplain dev.fermata.notation.time.Ticks ticks}, pitches are written pitches:
 * what a clarinettist reads, not what is heard. Nothing here knows a vendor's API, a job or the clock.
 */
@NullMarked
package dev.fermata.notation;

import org.jspecify.annotations.NullMarked;
