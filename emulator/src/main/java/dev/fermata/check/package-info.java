/**
 * {@code fermata check}: runs a client, which can be any command, through the exercises and reports how it behaved: on
 * the terminal, as JSON, as a JUnit report, and as a page that shows each request over the life of its job.
 */
@NullMarked
package dev.fermata.check;

import org.jspecify.annotations.NullMarked;
