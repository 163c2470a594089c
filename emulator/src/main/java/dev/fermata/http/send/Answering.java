package dev.fermata.http.send;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.receive.LeastRate;
import dev.fermata.http.receive.Reception;
import dev.fermata.http.request.Received;
import dev.fermata.http.socket.Sockets;
import dev.fermata.http.spool.Spool;
import io.javalin.http.Context;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers when it is time for them: at once, or later by a few threads that wait for no client. */
public final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int THREADS = 4;
    private static final int STREAMING_THREADS = 32;
    private static final int IDLE_SECONDS = 2;
    private static final int LAST_MILLIS = 2_000;
    private static final int PAUSE_MILLIS = 100;

    private final ThreadPoolExecutor few = threads(THREADS, "fermata-late");
    private final ThreadPoolExecutor streaming = threads(STREAMING_THREADS, "fermata-stream");
    private final Delivery delivery;
    private final Streaming streams;
    private final BiFunction<Context, Reply, Reply> admission;
    private final BiFunction<Context, Throwable, Reply> bugs;
    /** The clients that listen to events. */
    private final Set<EventStream> listening = ConcurrentHashMap.newKeySet();

    private int late;

    /**
     * Sends answers.
     *
     * @param spool for what is too large for the memory
     * @param admission what is sent in place of a reply
     * @param bugs what is sent when a reply cannot be made
     */
    public Answering(
            Sockets sockets,
            LeastRate least,
            Scheduler scheduler,
            Spool spool,
            BiFunction<Context, Reply, Reply> admission,
            BiFunction<Context, Throwable, Reply> bugs) {
        this.admission = admission;
        this.bugs = bugs;
        this.delivery = new Delivery(sockets, spool, least, scheduler, few);
        this.streams = new Streaming(delivery, spool, streaming, bugs);
    }

    public void answer(Context ctx, Answer answer) {
        // Before a byte is sent: a client that has its answer finds nothing left of its request.
        Received.of(ctx.req()).ifPresent(Reception::forget);
        if (answer instanceof Reply made) {
            Reply reply = admission.apply(ctx, made);
            if (Delivery.isSentAtOnce(ctx, reply)) {
                delivery.sendAtOnce(ctx, reply);
            } else {
                inTime(ctx, () -> send(ctx, reply));
            }
        } else if (answer instanceof Answer.Later<?> later) {
            inTime(ctx, () -> sent(ctx, later));
        } else if (answer instanceof Answer.Events events) {
            inTime(ctx, () -> sent(ctx, events));
        }
    }

    /** Sends the answers that are still due. Waiting clients have been released before. */
    @Override
    public void close() {
        listening.forEach(EventStream::end);
        try {
            awaitLast();
            few.shutdown();
            streaming.shutdownNow();
            if (!few.awaitTermination(LAST_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("some clients did not get their answers before the end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void inTime(Context ctx, Supplier<CompletionStage<Void>> sending) {
        enter();
        ctx.future(() -> {
            Ending ending = Ending.of(ctx);
            CompletionStage<Void> sent;
            try {
                sent = sending.get();
            } catch (Throwable bug) {
                sent = delivery.send(ctx, bugs.apply(ctx, bug));
            }
            sent.whenComplete((done, failure) -> {
                leave();
                ending.end(failure);
            });
            return ending.future();
        });
    }

    private <T> CompletionStage<Void> sent(Context ctx, Answer.Later<T> later) {
        return later.event()
                .get()
                .handleAsync((event, failure) -> reply(ctx, later, event, failure), few)
                .thenCompose(reply -> send(ctx, reply));
    }

    private <T> Reply reply(Context ctx, Answer.Later<T> later, T event, @Nullable Throwable failure) {
        try {
            return failure == null ? admission.apply(ctx, later.reply().apply(event)) : bugs.apply(ctx, failure);
        } catch (Throwable bug) {
            return bugs.apply(ctx, bug);
        }
    }

    private CompletionStage<Void> sent(Context ctx, Answer.Events events) {
        Reply opening = admission.apply(ctx, events.opening());
        boolean opens = opening.status() == events.opening().status();
        return opens && !Delivery.isHead(ctx)
                ? delivery.send(ctx, opening, events.source(), listening)
                : delivery.send(ctx, opening);
    }

    private CompletionStage<Void> send(Context ctx, Reply reply) {
        return reply.stream().isPresent() && !Delivery.isHead(ctx)
                ? streams.send(ctx, reply, reply.stream().get())
                : delivery.send(ctx, reply);
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

    private static ThreadPoolExecutor threads(int most, String name) {
        var threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
