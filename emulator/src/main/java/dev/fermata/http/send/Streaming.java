package dev.fermata.http.send;

import dev.fermata.http.answer.Fault;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.ReplyListener;
import dev.fermata.http.receive.RateWatch;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.http.socket.Sockets;
import dev.fermata.http.spool.Spool;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends content that is made while it is sent, by threads of its own: clients that read slowly can hold all of these, and
 * none of those that serve requests.
 */
final class Streaming {
    private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);

    private final Delivery delivery;
    private final Spool spool;
    private final Executor threads;
    private final BiFunction<Context, Throwable, Reply> bugs;

    /**
     * Streams.
     *
     * @param spool for content that is to go wrong on its way, whose length must be known
     * @param threads that may wait for clients; further streams wait for one of them
     * @param bugs what is answered if the content cannot be made, and nothing of it has been sent
     */
    Streaming(Delivery delivery, Spool spool, Executor threads, BiFunction<Context, Throwable, Reply> bugs) {
        this.delivery = delivery;
        this.spool = spool;
        this.threads = threads;
        this.bugs = bugs;
    }

    /** Sends a reply that is a stream. The request has gone async. */
    CompletionStage<Void> send(Context ctx, Reply reply, Reply.Stream stream) {
        return CompletableFuture.supplyAsync(
                        () -> reply.fault().isEmpty() ? sent(ctx, reply, stream) : spooled(ctx, reply, stream), threads)
                .thenCompose(sent -> sent);
    }

    private CompletionStage<Void> sent(Context ctx, Reply reply, Reply.Stream stream) {
        EndPoint endPoint = Sockets.endPointOf(ctx);
        try (RateWatch watch = delivery.watch(endPoint)) {
            HttpServletResponse response = Delivery.begin(ctx, reply);
            WatchedOutput out = new WatchedOutput(response.getOutputStream(), watch);
            try {
                stream.writeTo(out);
                ReplyListener.tell(ctx, reply); // not before it went well: the end is not sent yet
            } catch (Throwable failure) {
                if (out.isBroken()) {
                    LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ShownUrl.of(ctx));
                } else {
                    return failed(ctx, reply, failure);
                }
            }
        } catch (IOException gone) {
            LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ShownUrl.of(ctx));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Makes all of it before a byte is sent. */
    private CompletionStage<Void> spooled(Context ctx, Reply reply, Reply.Stream stream) {
        try {
            Path file = spool.newFile(Delivery.FILE);
            try (OutputStream out = Files.newOutputStream(file)) {
                stream.writeTo(out);
            } catch (Throwable failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
            ReplyListener.tell(ctx, reply);
            long length = Files.size(file);
            return delivery.send(ctx, reply, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), length);
        } catch (Throwable failure) {
            return failed(ctx, reply, failure);
        }
    }

    /** What could not be made never looks as if it had been. */
    private CompletionStage<Void> failed(Context ctx, Reply reply, Throwable failure) {
        HttpServletResponse response = ctx.res();
        if (failure instanceof IOException || response.isCommitted()) {
            LOG.warn("{} {}: the answer breaks off, it could not be made", ctx.method(), ShownUrl.of(ctx), failure);
            ReplyListener.tell(ctx, reply.broken(new Fault.Cut()));
            Delivery.reset(Sockets.endPointOf(ctx));
            return CompletableFuture.completedFuture(null);
        }
        response.resetBuffer();
        reply.headers().keySet().forEach(name -> response.setHeader(name, null));
        return delivery.send(ctx, bugs.apply(ctx, failure));
    }

    /** Tells whether it was the client's side that failed. */
    private static final class WatchedOutput extends OutputStream {
        private static final int MOST_AT_ONCE = 16 * 1024;

        private final OutputStream out;
        private final RateWatch watch;
        private boolean broken;

        WatchedOutput(OutputStream out, RateWatch watch) {
            this.out = out;
            this.watch = watch;
        }

        boolean isBroken() {
            return broken;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += MOST_AT_ONCE) {
                int count = Math.min(MOST_AT_ONCE, length - done);
                watch.waits();
                try {
                    out.write(bytes, offset + done, count);
                } catch (IOException | RuntimeException gone) {
                    broken = true;
                    throw gone;
                }
                watch.moves(count);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException | RuntimeException gone) {
                broken = true;
                throw gone;
            }
        }
    }
}
