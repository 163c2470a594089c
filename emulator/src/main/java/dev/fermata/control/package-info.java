/** Fermata's own endpoints under {@code /_fermata}: the server's Java API for all other languages. */
@NullMarked
package dev.fermata.control;

import org.jspecify.annotations.NullMarked;
