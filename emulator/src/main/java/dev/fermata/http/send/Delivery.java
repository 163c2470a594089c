package dev.fermata.http.send;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Fault;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.answer.ReplyListener;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.http.receive.RateWatch;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.http.socket.Sockets;
import dev.fermata.http.spool.Spool;
import dev.fermata.http.spool.Spool.SpoolException;
import dev.fermata.http.spool.StoredBytes;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends replies, or does to them what is to go wrong with them. No thread waits for a client that does not read. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** What Jetty gathers, and sends when the request is complete. */
    private static final int MOST_GATHERED = 8 * 1024;

    /** How the files of answers are called. */
    static final String FILE = "answer-";

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    /** For answers on their way to clients that are slow to read; further ones are in files. */
    private static final long MOST_MEMORY = 32L << 20;

    private final StoredBytes.Room room =
            new StoredBytes.Room(Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8));
    private final Sockets sockets;
    private final Spool spool;
    private final LeastRate least;
    private final Scheduler scheduler;
    private final Executor threads;

    /**
     * Sends replies.
     *
     * @param spool for answers that there is no memory for
     * @param least how fast a client must read
     * @param threads where pieces of slow bodies are sent
     */
    Delivery(Sockets sockets, Spool spool, LeastRate least, Scheduler scheduler, Executor threads) {
        this.sockets = sockets;
        this.spool = spool;
        this.least = least;
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /** Whether a reply can be sent by {@link #sendAtOnce}, without the request going async. */
    static boolean isSentAtOnce(Context ctx, Reply reply) {
        Fault fault = reply.fault().orElse(null);
        return fault instanceof Fault.Reset
                || fault instanceof Fault.Refused
                || (fault == null && (isHead(ctx) || (reply.stream().isEmpty() && isSmall(reply))));
    }

    /** Sends a reply that takes no time. */
    void sendAtOnce(Context ctx, Reply reply) {
        ReplyListener.tell(ctx, reply);
        try {
            Fault fault = reply.fault().orElse(null);
            if (fault instanceof Fault.Reset || fault instanceof Fault.Refused) {
                if (fault instanceof Fault.Refused refused) {
                    sockets.refuse();
                    refused.until().get().thenRun(sockets::listen);
                }
                Sockets.reset(ctx);
                return;
            }
            HttpServletResponse response = begin(ctx, reply);
            if (isHead(ctx)) {
                response.flushBuffer(); // or the server would say that there is nothing
            } else {
                response.getOutputStream().write(reply.content());
            }
        } catch (IOException gone) {
            LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ShownUrl.of(ctx));
        }
    }

    /** Sends a reply that is no stream. The request has gone async. */
    CompletionStage<Void> send(Context ctx, Reply reply) {
        if (isSentAtOnce(ctx, reply)) {
            sendAtOnce(ctx, reply);
            return DONE;
        }
        ReplyListener.tell(ctx, reply);
        byte[] content = reply.content();
        if (room.take(content.length)) {
            return send(ctx, reply, new ByteArrayInputStream(content), content.length)
                    .whenComplete((done, failure) -> room.giveBack(content.length));
        }
        try {
            Path file = spool.newFile(FILE);
            Files.write(file, content);
            return send(ctx, reply, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), content.length);
        } catch (IOException | SpoolException full) {
            LOG.warn("{} {}: the answer is not sent, there is no room for it", ctx.method(), ShownUrl.of(ctx), full);
            reset(Sockets.endPointOf(ctx));
            return DONE;
        }
    }

    /** Sends a reply with this content, which is closed afterwards. */
    CompletionStage<Void> send(Context ctx, Reply reply, InputStream content, long length) {
        EndPoint endPoint = Sockets.endPointOf(ctx);
        RateWatch watch = watch(endPoint);
        CompletionStage<Void> sent;
        try {
            Outflow out = new Outflow(begin(ctx, reply).getOutputStream(), content, watch);
            sent = send(out, length, reply.fault().orElse(null), endPoint);
        } catch (IOException gone) {
            sent = CompletableFuture.failedFuture(gone);
        }
        return sent.handle((done, gone) -> {
            watch.close();
            close(content);
            if (gone != null) {
                LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ShownUrl.of(ctx));
            }
            return null;
        });
    }

    /** Sends events until the client leaves or there are no more; {@code open} holds the stream meanwhile. */
    CompletionStage<Void> send(Context ctx, Reply opening, Answer.Source source, Set<EventStream> open) {
        ReplyListener.tell(ctx, opening);
        EndPoint endPoint = Sockets.endPointOf(ctx);
        RateWatch watch = watch(endPoint);
        try {
            EventStream stream = new EventStream(begin(ctx, opening).getOutputStream(), watch, threads);
            open.add(stream);
            return stream.begin(source).handle((done, gone) -> {
                open.remove(stream);
                watch.close();
                if (gone != null) {
                    LOG.debug("{} {}: the client left its events", ctx.method(), ShownUrl.of(ctx), gone);
                    reset(endPoint);
                }
                return null;
            });
        } catch (IOException gone) {
            watch.close();
            return DONE;
        }
    }

    /** Says what comes, to the response itself: there is nothing to copy or compress. */
    static HttpServletResponse begin(Context ctx, Reply reply) {
        HttpServletResponse response = ctx.res();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentType(reply.contentType().isEmpty() ? null : reply.contentType());
        boolean knownLater = isSmall(reply) && !isHead(ctx); // by Jetty, which then need not send it on its own
        if (reply.stream().isEmpty() && !reply.contentType().isEmpty() && !knownLater) {
            response.setContentLength(reply.content().length);
        }
        return response;
    }

    /** Watches that the client on a connection reads fast enough. */
    RateWatch watch(EndPoint endPoint) {
        return new RateWatch(least, scheduler, () -> {
            LOG.debug("{} reads too slowly", endPoint.getRemoteSocketAddress());
            reset(endPoint);
            endPoint.close(); // releases the thread that waits for the client
        });
    }

    static boolean isHead(Context ctx) {
        return ctx.req().getMethod().equals("HEAD");
    }

    static void reset(EndPoint endPoint) {
        try {
            Sockets.reset(endPoint);
        } catch (IOException gone) {
            LOG.debug("the connection was gone", gone);
        }
    }

    private CompletionStage<Void> send(Outflow out, long length, @Nullable Fault fault, EndPoint endPoint) {
        if (fault instanceof Fault.Cut) {
            return out.write(length / 2).thenRun(() -> reset(endPoint));
        }
        return fault instanceof Fault.Slow slow ? new Trickle(out, length, slow, threads).go() : out.write(length);
    }

    private static boolean isSmall(Reply reply) {
        return reply.content().length <= MOST_GATHERED;
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException ignored) {
            // It has been read.
        }
    }
}
