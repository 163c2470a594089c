/** The Pact part of the contract-test kit, on top of the emulator; it is not part of the emulator's own jar. */
@NullMarked
package dev.fermata.contracts;

import org.jspecify.annotations.NullMarked;
