/**
 * How options are defined: name, type, range, default and description. The definitions themselves are beside what they
 * set; the builder, the flags, the environment and the documentation follow from them.
 *
 * <p>Nothing here knows an option of Fermata, or a library that reads command lines.
 */
@NullMarked
package dev.fermata.option;

import org.jspecify.annotations.NullMarked;
