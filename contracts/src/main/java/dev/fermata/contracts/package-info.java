/** The Pact half of the contract-test kit, on top of the emulator; it stays out of the emulator's own jar. */
@NullMarked
package dev.fermata.contracts;

import org.jspecify.annotations.NullMarked;
