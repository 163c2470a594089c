package dev.fermata.http.send;

import dev.fermata.http.answer.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A body that is sent piece by piece; no thread waits between them, or for the client. */
final class Trickle {
    private final Outflow out;
    private final long length;
    private final Fault.Slow slow;
    private final Executor writers;

    Trickle(Outflow out, long length, Fault.Slow slow, Executor writers) {
        this.out = out;
        this.length = length;
        this.slow = slow;
        this.writers = writers;
    }

    CompletionStage<Void> go() {
        return from(0);
    }

    private CompletionStage<Void> from(int piece) {
        if (piece == slow.pieces()) {
            return CompletableFuture.completedFuture(null);
        }
        return slow.pause()
                .get()
                .thenComposeAsync(passed -> out.write(start(piece + 1) - start(piece)), writers)
                .thenCompose(written -> from(piece + 1));
    }

    private long start(int piece) {
        return length / slow.pieces() * piece + length % slow.pieces() * piece / slow.pieces();
    }
}
