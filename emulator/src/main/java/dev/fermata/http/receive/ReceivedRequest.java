package dev.fermata.http.receive;

import dev.fermata.http.request.BadBody;
import dev.fermata.http.request.Received;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is read from what was received of it, if that has been done. */
final class ReceivedRequest extends Request.Wrapper {
    private static final int CHUNK = 64 * 1024;

    private final Received received;
    private final RateWatch watch;
    private @Nullable InputStream content;
    private long left;

    /**
     * A request with its body.
     *
     * @param watch sees to it that a body which is still to be received comes fast enough
     */
    ReceivedRequest(Request request, Received received, RateWatch watch) {
        super(request);
        this.received = received;
        this.watch = watch;
    }

    @Override
    public Content.@Nullable Chunk read() {
        if (received.isOpen()) {
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                watch.moves(chunk.remaining());
            }
            return chunk;
        }
        if (received.isClosed()) {
            return Content.Chunk.EOF; // Jetty looks for what is left of it, to keep the connection
        }
        try {
            received.check(Long.MAX_VALUE);
            return next();
        } catch (IOException | BadBody failed) {
            return Content.Chunk.from(failed instanceof IOException ? failed : new EOFException(failed.getMessage()));
        }
    }

    @Override
    public void demand(Runnable onContent) {
        if (received.isOpen()) {
            watch.waits();
            super.demand(onContent);
        } else {
            getContext().execute(onContent);
        }
    }

    private Content.Chunk next() throws IOException {
        if (content == null) {
            content = received.open(0);
            left = received.length();
        }
        byte[] bytes = content.readNBytes((int) Math.min(CHUNK, left));
        left -= bytes.length;
        if (bytes.length == 0 || left == 0) {
            left = 0;
            content.close();
            return bytes.length == 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(bytes), true);
        }
        return Content.Chunk.from(ByteBuffer.wrap(bytes), false);
    }
}
