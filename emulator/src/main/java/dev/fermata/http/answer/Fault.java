package dev.fermata.http.answer;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A fault on the socket while an answer is sent. */
public sealed interface Fault {
    /** The connection is reset before a byte of the answer is sent. */
    record Reset() implements Fault {}

    /** The connection is reset in the middle of the answer's body. */
    record Cut() implements Fault {}

    /**
     * The body is sent in pieces.
     *
     * @param pieces the number of pieces, at least 1
     * @param pause the delay before each piece
     */
    record Slow(int pieces, Supplier<CompletionStage<?>> pause) implements Fault {}

    /**
     * The connection is reset, and new connections are refused.
     *
     * @param until the server listens again once this is complete
     */
    record Refused(Supplier<CompletionStage<?>> until) implements Fault {}
}
