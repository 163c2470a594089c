/** {@code fermata demo}: drives an emulator over HTTP as a client would, and shows each step. */
@NullMarked
package dev.fermata.demo;

import org.jspecify.annotations.NullMarked;
