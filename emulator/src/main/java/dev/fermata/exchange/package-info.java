/** One request in one world: the scenario that applies to it, and its entry in the journal. */
@NullMarked
package dev.fermata.exchange;

import org.jspecify.annotations.NullMarked;
