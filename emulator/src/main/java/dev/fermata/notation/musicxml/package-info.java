/**
 * Pieces to and from MusicXML 4.0, plain and compressed.
 *
 * <p>Start with {@link dev.fermata.notation.musicxml.MusicXmlWriter} and
 * {@link dev.fermata.notation.musicxml.MusicXmlReader}; {@link dev.fermata.notation.musicxml.Mxl} is the
 * compressed wrapping. The reader apis files of strangers: it fetches nothing, expands nothing, and
 * {@link dev.fermata.notation.Limits} bounds what it takes.
 */
@NullMarked
package dev.fermata.notation.musicxml;

import org.jspecify.annotations.NullMarked;
