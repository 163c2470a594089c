/** The elements of a MusicXML score; each class writes one. */
@NullMarked
package dev.fermata.notation.musicxml.write;

import org.jspecify.annotations.NullMarked;
