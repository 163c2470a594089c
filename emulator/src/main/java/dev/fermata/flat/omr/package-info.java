/** Flat's OMR jobs: the engine's jobs as their clients steer them. */
@NullMarked
package dev.fermata.flat.omr;

import org.jspecify.annotations.NullMarked;
