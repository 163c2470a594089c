/** The services themselves, which cost money: what of the pacts may be tried on them, and how its states are made there. */
@NullMarked
package dev.fermata.contracts.real;

import org.jspecify.annotations.NullMarked;
