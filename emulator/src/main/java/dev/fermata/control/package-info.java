/**
 * Fermata's own endpoints under {@code /_fermata}: health, and the jobs of the manual pace.
 */
@NullMarked
package dev.fermata.control;

import org.jspecify.annotations.NullMarked;
