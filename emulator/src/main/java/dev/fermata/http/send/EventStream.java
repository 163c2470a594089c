package dev.fermata.http.send;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.receive.RateWatch;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to one client as they come. Events that the client has not read yet wait in memory, up to a bound; a
 * client that falls further behind is disconnected.
 */
final class EventStream implements Answer.Sink {
    /** In bytes of events that wait for the client. */
    private static final int MOST_WAITING = 1 << 20;

    private final Executor threads;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final AtomicReference<Runnable> subscription = new AtomicReference<>(EventStream::nothing);
    private final Pieces pieces = new Pieces();
    private final Outflow out;
    private int waitingBytes;
    private boolean sending = true;
    private boolean ended;

    /**
     * A stream to a client; the request has gone async.
     *
     * @param threads where events are sent
     */
    EventStream(ServletOutputStream out, RateWatch watch, Executor threads) {
        this.threads = threads;
        this.out = new Outflow(out, pieces, watch);
    }

    /** Sends what the source has to say. Done when the source or the client has ended it. */
    CompletionStage<Void> begin(Answer.Source source) {
        out.write(0).whenComplete(this::sent); // the head, before the first event
        subscription.set(source.begin(this));
        if (over.isDone()) {
            stop();
        }
        return over;
    }

    @Override
    public void send(Answer.Event event) {
        byte[] text = event.text().getBytes(StandardCharsets.UTF_8);
        boolean first;
        boolean tooSlow;
        synchronized (this) {
            if (ended) {
                return;
            }
            tooSlow = waitingBytes + text.length > MOST_WAITING;
            first = !sending;
            if (!tooSlow) {
                waiting.add(text);
                waitingBytes += text.length;
                sending = true;
            }
        }
        if (tooSlow) {
            finish(new IllegalStateException("a client does not read its events"));
        } else if (first) {
            threads.execute(this::sendNext);
        }
    }

    @Override
    public void end() {
        boolean idle;
        synchronized (this) {
            ended = true;
            idle = !sending;
        }
        if (idle) {
            finish(null);
        }
    }

    private void sendNext() {
        byte[] next;
        synchronized (this) {
            next = waiting.poll();
            sending = next != null;
            if (next != null) {
                waitingBytes -= next.length;
            } else if (!ended) {
                return;
            }
        }
        if (next == null) {
            finish(null);
        } else {
            pieces.next = new ByteArrayInputStream(next);
            out.write(next.length).whenComplete(this::sent);
        }
    }

    private void sent(@Nullable Void done, @Nullable Throwable gone) {
        if (gone == null) {
            threads.execute(this::sendNext);
        } else {
            finish(gone);
        }
    }

    private void finish(@Nullable Throwable gone) {
        synchronized (this) {
            ended = true;
        }
        if (gone == null) {
            over.complete(null);
        } else {
            over.completeExceptionally(gone);
        }
        stop();
    }

    private void stop() {
        subscription.getAndSet(EventStream::nothing).run();
    }

    private static void nothing() {}

    /** The bytes of the event that is being sent. */
    private static final class Pieces extends InputStream {
        private InputStream next = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
            return next.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return next.read(bytes, offset, length);
        }
    }
}
