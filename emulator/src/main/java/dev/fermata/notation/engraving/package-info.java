/**
 * Data that is derived from the notes and not stored in a score: note values, splits and ties of long notes, printed
 * accidentals, beams, and the instruments in the part list.
 */
@NullMarked
package dev.fermata.notation.engraving;

import org.jspecify.annotations.NullMarked;
