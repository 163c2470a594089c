/** The commands that need Pact, which stays out of the emulator's jar; {@code ./fermata} knows where they are. */
@NullMarked
package dev.fermata.contracts.cli;

import org.jspecify.annotations.NullMarked;
