/**
 * Javalin, Jetty and Jackson plumbing: bodies, replies, routes. No vendor's words and no rule of theirs.
 */
@NullMarked
package dev.fermata.http;

import org.jspecify.annotations.NullMarked;
