/** The commands that need Pact. */
@NullMarked
package dev.fermata.contracts.cli;

import org.jspecify.annotations.NullMarked;
