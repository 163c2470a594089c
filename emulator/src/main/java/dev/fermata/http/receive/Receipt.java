package dev.fermata.http.receive;

import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Received;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The body of one request on its way in: what is there is taken, and no thread waits for more. */
final class Receipt {
    /** What is read and thrown away of a body that is too large: a client that still sends would not see the answer. */
    private static final long MOST_DISCARDED = 512L << 20;

    private final Reception reception;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Received received;
    private final RateWatch watch;
    private final long mostBytes;
    private long discarded;

    Receipt(
            Reception reception,
            Request request,
            Response response,
            Callback callback,
            Received received,
            long announced) {
        this.reception = reception;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.received = received;
        this.watch = reception.watch(request, this::tooSlow);
        this.mostBytes = reception.mostBytes(request);
        if (announced > mostBytes) {
            received.tooLarge();
        }
    }

    /** Takes what is there. If that is all, the request is served before this returns. */
    void begin() {
        if (takeWhatIsThere()) {
            serve();
        }
    }

    private void more() {
        if (watch.moves(0) && takeWhatIsThere()) {
            try {
                // Another thread: the one that reads the connection has to be free while the request is served.
                request.getContext().execute(this::serve);
            } catch (RejectedExecutionException stopping) {
                Reception.forget(received);
                callback.failed(stopping);
            }
        }
    }

    /** Answers whether the body is over. */
    private boolean takeWhatIsThere() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                watch.waits();
                request.demand(this::more);
                return false;
            }
            if (Content.Chunk.isFailure(chunk)) {
                received.cutOff();
                response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
                return watch.end();
            }
            boolean last = take(chunk);
            if (last) {
                received.complete();
                return watch.end();
            }
        }
    }

    /** Answers whether this was the last that is read. */
    private boolean take(Content.Chunk chunk) {
        int count = chunk.remaining();
        try {
            watch.moves(count);
            if (received.isOpen() && received.length() + count > mostBytes) {
                received.tooLarge();
            }
            if (received.isOpen()) {
                received.take(chunk.getByteBuffer());
            } else {
                discarded += count;
            }
        } finally {
            chunk.release();
        }
        if (discarded > MOST_DISCARDED) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            return true;
        }
        return chunk.isLast();
    }

    private void serve() {
        reception.serve(
                new ReceivedRequest(request, received, watch),
                response,
                Callback.from(callback, () -> Reception.forget(received)));
    }

    private void tooSlow() {
        Reception.forget(received);
        Reply reply = reception.tooSlow(request);
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        reply.headers().forEach(response.getHeaders()::put);
        response.write(
                true,
                ByteBuffer.wrap(reply.content()),
                Callback.from(() -> callback.failed(new TimeoutException("the client sends too slowly"))));
    }
}
