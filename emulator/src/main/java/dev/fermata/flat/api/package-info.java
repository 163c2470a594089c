/** The table of Flat's operations, and the gate that every call passes. */
@NullMarked
package dev.fermata.flat.api;

import org.jspecify.annotations.NullMarked;
