/**
 * Attacks on a server in a process of its own, each with checks that can fail and the figures that it saw.
 *
 * <p>Not tests: {@code emulator/soak} runs {@link dev.fermata.soak.Soak}, and its exit status says whether all checks
 * hold.
 */
@NullMarked
package dev.fermata.soak;

import org.jspecify.annotations.NullMarked;
