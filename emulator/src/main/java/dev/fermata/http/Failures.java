package dev.fermata.http;

import dev.fermata.http.answer.Answer;
import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.http.spool.Spool;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers to unexpected failures, in the form of the API that was called. */
record Failures(List<? extends Api> apis, Spool spool) {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** The answer of an operation. Javalin would send an empty one for an error of the virtual machine. */
    Answer guarded(Context ctx, Callable<Answer> operation) {
        try {
            return operation.call();
        } catch (Throwable failure) {
            return replyTo(ctx, failure);
        }
    }

    /** The answer to a failure: 507 for storage, the status that Javalin gives, otherwise 500 and a line in the log. */
    Reply replyTo(Context ctx, Throwable failure) {
        Api api = Api.of(ctx.path(), apis);
        Optional<String> storage = spool.problemOf(failure);
        if (storage.isPresent()) {
            return api.answerStorage(ctx, storage.get());
        }
        if (failure instanceof HttpResponseException refusedByJavalin) {
            return api.answerMalformed(refusedByJavalin.getStatus());
        }
        LOG.error("{} {} met a bug", ctx.method(), ShownUrl.of(ctx), failure);
        return api.answerBug(ctx);
    }

    /** Whether Jetty has ended a request because its connection broke. */
    static boolean isOver(Context ctx) {
        try {
            return ctx.res().getStatus() == 0;
        } catch (IllegalStateException | NullPointerException over) {
            return true;
        }
    }
}
