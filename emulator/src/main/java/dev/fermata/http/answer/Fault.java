package dev.fermata.http.answer;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What goes wrong with an answer on its way, on the socket itself. */
public sealed interface Fault {
    /** The connection is reset before a byte of the answer is sent. */
    record Reset() implements Fault {}

    /** The connection is reset in the middle of the answer's body. */
    record Cut() implements Fault {}

    /**
     * The body is sent in pieces.
     *
     * @param pieces how many, at least 1
     * @param pause what is waited for before each of them
     */
    record Slow(int pieces, Supplier<CompletionStage<?>> pause) implements Fault {}

    /**
     * The connection is reset, and nobody can make a new one.
     *
     * @param until what the server waits for before it listens again
     */
    record Refused(Supplier<CompletionStage<?>> until) implements Fault {}
}
