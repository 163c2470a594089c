/** The elements of a MusicXML score; each class reads one. */
@NullMarked
package dev.fermata.notation.musicxml.read;

import org.jspecify.annotations.NullMarked;
