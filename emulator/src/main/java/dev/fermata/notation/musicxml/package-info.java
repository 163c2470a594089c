/**
 * Conversion of pieces to and from MusicXML 4.0, plain and compressed.
 *
 * <p>Start with {@link dev.fermata.notation.musicxml.MusicXmlWriter} and {@link
 * dev.fermata.notation.musicxml.MusicXmlReader}; {@link dev.fermata.notation.musicxml.Mxl} is the compressed form. The
 * reader accepts untrusted files: it fetches nothing, expands no entities, and {@link dev.fermata.notation.Limits}
 * bounds its memory and time.
 */
@NullMarked
package dev.fermata.notation.musicxml;

import org.jspecify.annotations.NullMarked;
