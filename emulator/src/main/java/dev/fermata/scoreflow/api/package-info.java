/** The table of ScoreFlow's operations, and the gate that every call passes. */
@NullMarked
package dev.fermata.scoreflow.api;

import org.jspecify.annotations.NullMarked;
