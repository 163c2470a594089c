package dev.fermata.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A body that is sent piece by piece; no thread waits between them. */
final class Trickle {
    private final OutputStream out;
    private final byte[] content;
    private final Fault.Slow slow;
    private final Executor writers;

    Trickle(OutputStream out, byte[] content, Fault.Slow slow, Executor writers) {
        this.out = out;
        this.content = content;
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
                .thenComposeAsync(
                        passed -> {
                            try {
                                int start = start(piece);
                                out.write(content, start, start(piece + 1) - start);
                                out.flush();
                                return from(piece + 1);
                            } catch (IOException gone) {
                                return CompletableFuture.completedFuture(null);
                            }
                        },
                        writers);
    }

    private int start(int piece) {
        return (int) ((long) content.length * piece / slow.pieces());
    }
}
