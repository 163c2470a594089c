/** The interactive step of an OMR job: what was recognized, and what the client corrects. */
@NullMarked
package dev.fermata.flat.omr.details;

import org.jspecify.annotations.NullMarked;
