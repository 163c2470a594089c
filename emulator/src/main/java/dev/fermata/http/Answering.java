package dev.fermata.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers: those that are there at once, and by a few threads those that come later, however many they are. */
final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int THREADS = 4;
    private static final int IDLE_SECONDS = 2;
    private static final int LAST_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 100;

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ThreadPoolExecutor few;
    private final Line line;
    private final BiFunction<Context, Reply, Reply> admission;
    private int late;

    Answering(Line line, BiFunction<Context, Reply, Reply> admission) {
        this.admission = admission;
        this.line = line;
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
            boolean takesTime =
                    reply.fault().filter(Fault.Slow.class::isInstance).isPresent();
            if (takesTime) {
                answer(ctx, new Answer.Later<>(() -> CompletableFuture.completedFuture(reply), same -> same));
            } else {
                send(ctx, reply);
            }
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
                .thenComposeAsync(event -> send(ctx, later.reply().apply(event)), few)
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

    /** Sends an answer, or does to it what is to go wrong with it. */
    private CompletionStage<Void> send(Context ctx, Reply made) {
        Reply reply = admission.apply(ctx, made);
        Fault fault = reply.fault().orElse(null);
        try {
            if (fault instanceof Fault.Reset || fault instanceof Fault.Refused) {
                Exchange.end(ctx, reply);
                if (fault instanceof Fault.Refused refused) {
                    line.refuse();
                    refused.until().get().thenRun(line::listen);
                }
                Line.reset(ctx);
                return DONE;
            }
            Body.drain(ctx);
            if (reply.stream().isEmpty()) {
                Exchange.end(ctx, reply);
            }
            OutputStream out = begin(ctx, reply);
            if (fault instanceof Fault.Cut) {
                out.write(reply.content(), 0, reply.content().length / 2);
                out.flush();
                Line.reset(ctx);
            } else if (fault instanceof Fault.Slow slow) {
                return new Trickle(out, reply.content(), slow, few).go();
            } else if (reply.stream().isEmpty()) {
                out.write(reply.content());
            } else {
                if (ctx.req().getMethod().equals("HEAD")) {
                    ctx.res().flushBuffer(); // or the server would say that there is nothing
                } else {
                    reply.stream().get().writeTo(out);
                }
                Exchange.end(ctx, reply); // not before it went well: the end is not sent yet
            }
        } catch (IOException gone) {
            LOG.debug("{} {}: the client did not wait for the answer", ctx.method(), ShownUrl.of(ctx));
        }
        return DONE;
    }

    /** Says what comes, to the response itself: there is nothing to copy or compress. */
    private static OutputStream begin(Context ctx, Reply reply) throws IOException {
        HttpServletResponse response = ctx.res();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setContentType(reply.contentType().isEmpty() ? null : reply.contentType());
        if (reply.stream().isEmpty() && !reply.contentType().isEmpty()) {
            response.setContentLength(reply.content().length);
        }
        return response.getOutputStream();
    }
}
