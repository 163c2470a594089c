/**
 * Flat on the wire. Here is what all of its operations share: the call, the table of errors, the options. Each kind of
 * thing that Flat knows has a room below, its wire records are in {@code wire}, and {@code api} puts them together.
 */
@NullMarked
package dev.fermata.flat;

import org.jspecify.annotations.NullMarked;
