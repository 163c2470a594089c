/** Flat's users: a view of an account. */
@NullMarked
package dev.fermata.flat.user;

import org.jspecify.annotations.NullMarked;
