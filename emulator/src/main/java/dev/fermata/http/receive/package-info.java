/** Receives a request in full, within a least rate, before a thread works on it. */
@NullMarked
package dev.fermata.http.receive;

import org.jspecify.annotations.NullMarked;
