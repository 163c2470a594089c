package dev.fermata.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers: those that are there at once, and by a few threads those that come later, however many they are. */
final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 2;
    private static final int LAST_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 100;

    private final ThreadPoolExecutor few;
    private int late;

    Answering() {
        few = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "fermata-late");
                    thread.setDaemon(true);
                    return thread;
                });
        few.allowCoreThreadTimeOut(true);
    }

    void answer(Context ctx, Answer answer) {
        if (answer instanceof Reply reply) {
            send(ctx, reply);
        } else if (answer instanceof Answer.Later<?> later) {
            Body.drain(ctx); // here, where a slow client holds up nobody else
            enter();
            ctx.future(() -> sent(ctx, later));
        }
    }

    /** Writes what is there to be written; whoever waits has been let go before. */
    @Override
    public void close() {
        try {
            awaitLast();
            few.shutdown();
            if (!few.awaitTermination(LAST_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("some clients did not get their answers before the end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> CompletableFuture<Void> sent(Context ctx, Answer.Later<T> later) {
        return later.event()
                .get()
                .thenAcceptAsync(event -> send(ctx, later.reply().apply(event)), few)
                .whenComplete((sent, failure) -> leave())
                .toCompletableFuture();
    }

    private synchronized void enter() {
        late++;
    }

    private synchronized void leave() {
        late--;
        notifyAll();
    }

    private synchronized void awaitLast() throws InterruptedException {
        for (int i = 0; i < LAST_MILLIS && late > 0; i += PAUSE_MILLIS) {
            wait(PAUSE_MILLIS);
        }
    }

    /** Writes to the response itself, most often one array, its length known: nothing to copy or compress. */
    private static void send(Context ctx, Reply reply) {
        Body.drain(ctx);
        Exchange.end(ctx, reply);
        HttpServletResponse response = ctx.res();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.contentType().isEmpty()) {
            response.setContentType(null);
            return;
        }
        response.setContentType(reply.contentType());
        try {
            if (reply.stream().isEmpty()) {
                response.setContentLength(reply.content().length);
                response.getOutputStream().write(reply.content());
            } else if (!ctx.method().name().equals("HEAD")) {
                reply.stream().get().writeTo(response.getOutputStream());
            }
        } catch (IOException gone) {
            LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ctx.path());
        }
    }
}
