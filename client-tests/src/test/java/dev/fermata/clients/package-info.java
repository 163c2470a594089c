/** Clients of other people, run as they are against the emulator. Each lives in {@code clients/} of this module. */
@NullMarked
package dev.fermata.clients;

import org.jspecify.annotations.NullMarked;
