/** Scenarios and seeds in files that users name. */
@NullMarked
package dev.fermata.spec.file;

import org.jspecify.annotations.NullMarked;
