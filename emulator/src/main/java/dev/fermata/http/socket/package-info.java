/** The listening socket: the one place that closes and reopens it. */
@NullMarked
package dev.fermata.http.socket;

import org.jspecify.annotations.NullMarked;
