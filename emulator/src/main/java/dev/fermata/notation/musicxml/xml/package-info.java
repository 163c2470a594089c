/** Bounded XML input and plain XML output. */
@NullMarked
package dev.fermata.notation.musicxml.xml;

import org.jspecify.annotations.NullMarked;
