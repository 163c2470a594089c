/**
 * Fermata's own endpoints under {@code /_fermata}: what Java can do with a server, for every other language.
 */
@NullMarked
package dev.fermata.control;

import org.jspecify.annotations.NullMarked;
