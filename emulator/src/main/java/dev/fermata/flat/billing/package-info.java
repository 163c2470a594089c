/** Flat's billing: the history of an account's credits. */
@NullMarked
package dev.fermata.flat.billing;

import org.jspecify.annotations.NullMarked;
