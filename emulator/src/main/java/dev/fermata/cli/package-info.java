/**
 * The command line: one command per file.
 */
@NullMarked
package dev.fermata.cli;

import org.jspecify.annotations.NullMarked;
