/** The situations into which {@code fermata check} puts a client. */
@NullMarked
package dev.fermata.conduct.exercise;

import org.jspecify.annotations.NullMarked;
