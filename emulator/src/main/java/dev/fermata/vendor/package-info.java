/** The vendors that Fermata emulates. */
@NullMarked
package dev.fermata.vendor;

import org.jspecify.annotations.NullMarked;
