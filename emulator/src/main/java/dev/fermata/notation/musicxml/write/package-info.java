/** The elements of a MusicXML score, each written by one class. */
@NullMarked
package dev.fermata.notation.musicxml.write;

import org.jspecify.annotations.NullMarked;
