/** Files and documents that are nearly good, and all that can be done in the world that took one. */
@NullMarked
package dev.fermata.testing.mutation;

import org.jspecify.annotations.NullMarked;
