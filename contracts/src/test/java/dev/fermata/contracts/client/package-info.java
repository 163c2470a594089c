/** Real clients, which make the calls of examples. Their scripts are in {@code client-tests/consumers}. */
@NullMarked
package dev.fermata.contracts.client;

import org.jspecify.annotations.NullMarked;
