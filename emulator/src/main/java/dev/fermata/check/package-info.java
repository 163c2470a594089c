/**
 * {@code fermata check}: puts a client, any command, through the exercises, and says how it behaved; on the terminal, as
 * JSON, for a CI server, and as a page that shows each request over the life of its job.
 */
@NullMarked
package dev.fermata.check;

import org.jspecify.annotations.NullMarked;
