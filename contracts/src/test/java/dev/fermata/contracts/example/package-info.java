/**
 * Examples of calls, and a small language for writing them: start with {@link dev.fermata.contracts.example.Call};
 * {@link dev.fermata.contracts.example.Shape} describes fixed and free values in a body.
 */
@NullMarked
package dev.fermata.contracts.example;

import org.jspecify.annotations.NullMarked;
