/** The elements of a MusicXML score, each read by one class. */
@NullMarked
package dev.fermata.notation.musicxml.read;

import org.jspecify.annotations.NullMarked;
