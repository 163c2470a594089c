package dev.fermata.http.send;

import io.javalin.http.Context;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The end of a request that has gone async. If its connection breaks, Jetty ends it; it must not be touched afterwards. */
final class Ending implements AsyncListener {
    private final CompletableFuture<Void> future = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private Ending() {}

    /** The end of this request. */
    static Ending of(Context ctx) {
        Ending ending = new Ending();
        ctx.req().getAsyncContext().addListener(ending);
        return ending;
    }

    /** Done when the request is to be ended; never, if Jetty has done that. */
    CompletableFuture<Void> future() {
        return future;
    }

    /** All is done for the request, or that has failed. */
    void end(@Nullable Throwable failure) {
        if (!over.getAndSet(true)) {
            if (failure == null) {
                future.complete(null);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }

    @Override
    public void onError(AsyncEvent broken) {
        over.set(true);
    }

    @Override
    public void onComplete(AsyncEvent completed) {
        over.set(true);
    }

    @Override
    public void onTimeout(AsyncEvent none) {
        // A request may take as long as it likes.
    }

    @Override
    public void onStartAsync(AsyncEvent again) {
        // It has begun before.
    }
}
