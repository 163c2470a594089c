/**
 * Pieces as the JSON that Flat calls its own format, or Adagio. Start with
 * {@link dev.fermata.flat.adagio.AdagioWriter}.
 *
 * <p>Flat describes it nowhere. By files that clients read, it is MusicXML spelled otherwise: an element is a key, or a
 * list where there are several; an attribute is a key that begins with {@code $}; a number is mostly a string. Notes of
 * all voices stand in one list and say themselves where they begin, so nothing goes back or forward. What no such file
 * shows is taken from MusicXML: several staves, several voices, percussion, ties, tuplets, changes within a measure.
 */
@NullMarked
package dev.fermata.flat.adagio;

import org.jspecify.annotations.NullMarked;
