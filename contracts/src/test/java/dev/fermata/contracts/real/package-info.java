/** The real services, which cost money: which interactions are tried, and how their states are created. */
@NullMarked
package dev.fermata.contracts.real;

import org.jspecify.annotations.NullMarked;
