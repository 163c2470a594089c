/** Clients of both vendors, and of the control API, that check each answer against what the vendor says. */
@NullMarked
package dev.fermata.testing.client;

import org.jspecify.annotations.NullMarked;
