/** Third-party clients, run unchanged against the emulator. They are in {@code clients/} of this module. */
@NullMarked
package dev.fermata.clients;

import org.jspecify.annotations.NullMarked;
