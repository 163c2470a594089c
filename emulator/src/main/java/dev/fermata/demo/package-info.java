/** {@code fermata demo}: drives an emulator over HTTP like a client, and shows each step. */
@NullMarked
package dev.fermata.demo;

import org.jspecify.annotations.NullMarked;
