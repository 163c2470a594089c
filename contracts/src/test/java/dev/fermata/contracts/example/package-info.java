/**
 * Examples of calls, and the few words to write them down with: {@link dev.fermata.contracts.example.Call} is where one
 * begins, {@link dev.fermata.contracts.example.Shape} says what is fixed in a body and what is free.
 */
@NullMarked
package dev.fermata.contracts.example;

import org.jspecify.annotations.NullMarked;
