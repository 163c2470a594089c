/** Sends a reply, whole or broken, as fast as the client reads and no slower than the least rate. */
@NullMarked
package dev.fermata.http.send;

import org.jspecify.annotations.NullMarked;
