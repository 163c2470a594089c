package dev.fermata.http.send;

import dev.fermata.http.receive.RateWatch;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer piece by piece as fast as its client reads; no thread waits for it. */
final class Outflow implements WriteListener {
    /** Larger than what the server gathers before it sends. */
    private static final int CHUNK = 16 * 1024;

    private final ServletOutputStream out;
    private final InputStream content;
    private final RateWatch watch;
    private boolean begun;
    private long left;
    private boolean flushed;
    private CompletableFuture<Void> written = new CompletableFuture<>();

    /**
     * A body of which nothing has been written; the request has gone async.
     *
     * @param watch sees to it that the client reads fast enough
     */
    Outflow(ServletOutputStream out, InputStream content, RateWatch watch) {
        this.out = out;
        this.content = content;
        this.watch = watch;
    }

    /** Writes {@code bytes} more; done when they have been sent, failed when the client is gone. */
    CompletionStage<Void> write(long bytes) {
        CompletableFuture<Void> piece = new CompletableFuture<>();
        boolean first;
        synchronized (this) {
            written = piece;
            left = bytes;
            flushed = false;
            first = !begun;
            begun = true;
        }
        if (first) {
            out.setWriteListener(this);
        } else {
            onWritePossible();
        }
        return piece;
    }

    @Override
    public void onWritePossible() {
        CompletableFuture<Void> piece;
        @Nullable IOException failure = null;
        synchronized (this) {
            piece = written;
            try {
                if (!pump()) {
                    watch.waits();
                    return;
                }
            } catch (IOException gone) {
                failure = gone;
            }
        }
        if (failure == null) {
            piece.complete(null);
        } else {
            piece.completeExceptionally(failure);
        }
    }

    @Override
    public void onError(Throwable gone) {
        CompletableFuture<Void> piece;
        synchronized (this) {
            piece = written;
        }
        piece.completeExceptionally(gone);
    }

    /** Answers whether all has been sent. */
    private boolean pump() throws IOException {
        while (out.isReady()) {
            if (left > 0) {
                byte[] chunk = content.readNBytes((int) Math.min(CHUNK, left));
                left = chunk.length == 0 ? 0 : left - chunk.length;
                out.write(chunk);
                watch.moves(chunk.length);
            } else if (!flushed) {
                flushed = true;
                out.flush();
            } else {
                watch.moves(0);
                return true;
            }
        }
        return false;
    }
}
