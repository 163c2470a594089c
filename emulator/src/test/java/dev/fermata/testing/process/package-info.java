/** What measurements and attacks share: a server in a process of its own, answers read from a socket, figures. */
@NullMarked
package dev.fermata.testing.process;

import org.jspecify.annotations.NullMarked;
