/** The commands that need Pact, which is not part of the emulator's jar; {@code ./fermata} finds them. */
@NullMarked
package dev.fermata.contracts.cli;

import org.jspecify.annotations.NullMarked;
