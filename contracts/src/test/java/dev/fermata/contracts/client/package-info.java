/** Real clients, each made to do what an example says. The scripts among them are in {@code client-tests/consumers}. */
@NullMarked
package dev.fermata.contracts.client;

import org.jspecify.annotations.NullMarked;
