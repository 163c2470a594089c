/** Judges of answers: Flat's document, the types of its SDK, the schema of MusicXML, the document of the control API. */
@NullMarked
package dev.fermata.testing.judge;

import org.jspecify.annotations.NullMarked;
