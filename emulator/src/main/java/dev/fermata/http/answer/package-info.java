/** What a client gets: replies, later replies, faults on the socket, and the routes that give them. */
@NullMarked
package dev.fermata.http.answer;

import org.jspecify.annotations.NullMarked;
