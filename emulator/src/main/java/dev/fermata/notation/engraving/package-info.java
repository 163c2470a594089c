/**
 * What an engraver derives from the notes and no score has to store: the shape of a length, where a long note is cut
 * and tied, which accidentals to print, which notes a beam joins, which instruments the list of parts has to name.
 */
@NullMarked
package dev.fermata.notation.engraving;

import org.jspecify.annotations.NullMarked;
