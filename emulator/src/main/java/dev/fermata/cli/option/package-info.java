/** The values of options on the command line: which there may be, and what is said of others. */
@NullMarked
package dev.fermata.cli.option;

import org.jspecify.annotations.NullMarked;
