package dev.fermata.http.receive;

import dev.fermata.http.answer.Api;
import dev.fermata.http.answer.Reply;
import dev.fermata.http.request.Received;
import dev.fermata.http.request.ShownUrl;
import dev.fermata.http.spool.Spool;
import dev.fermata.http.spool.StoredBytes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the body of each request before the request is served, so that no thread waits for a client that is slow to
 * send.
 *
 * <p>A client that asks whether to send at all ({@code Expect: 100-continue}) is served first, by a thread that waits
 * for its body; of these there are few, and further ones are told to send at once.
 */
public final class Reception extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final long MOST_MEMORY = 32L << 20;

    /** What content codings may add to the longest body; the operation knows how long it may be without them. */
    private static final int ROOM_FOR_CODINGS = 1 << 20;

    private final List<? extends Api> apis;
    private final Spool spool;
    private final LeastRate least;
    private final Semaphore asking;
    private final StoredBytes.Room room =
            new StoredBytes.Room(Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8));

    /**
     * In front of a handler.
     *
     * @param spool for large bodies
     * @param mostAsking how many clients may ask at the same time whether to send
     */
    public Reception(Handler next, List<? extends Api> apis, Spool spool, LeastRate least, int mostAsking) {
        super(next);
        this.apis = apis;
        this.spool = spool;
        this.least = least;
        this.asking = new Semaphore(mostAsking);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long announced = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
        if (announced <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        Received received = new Received(room, announced, spool);
        request.setAttribute(Received.ATTRIBUTE, received);
        boolean asks = request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
        if (asks && asking.tryAcquire()) {
            serveFirst(request, response, callback, received);
        } else {
            new Receipt(this, request, response, callback, received, announced).begin();
        }
        return true;
    }

    /** How long a body of a request may be. */
    long mostBytes(Request request) {
        String path = pathOf(request);
        return Api.of(path, apis).mostBodyBytes(path) + ROOM_FOR_CODINGS;
    }

    /** A watch over a body. */
    RateWatch watch(Request request, Runnable cutOff) {
        return new RateWatch(least, request.getComponents().getScheduler(), cutOff);
    }

    /** What is answered to a client that sends too slowly. */
    Reply tooSlow(Request request) {
        return Api.of(pathOf(request), apis).answerMalformed(408);
    }

    /** Serves a request, whose body has been received. */
    void serve(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404); // as of OPTIONS *, which is no path
            }
        } catch (Exception | LinkageError | StackOverflowError bug) {
            LOG.error("{} {} met a bug", request.getMethod(), ShownUrl.ofPath(pathOf(request)), bug);
            Response.writeError(request, response, callback, bug);
        }
    }

    private void serveFirst(Request request, Response response, Callback callback, Received received) {
        RateWatch watch = watch(request, () -> cutOff(request));
        Callback done = Callback.from(callback, () -> {
            asking.release();
            watch.close();
            forget(received);
        });
        serve(new ReceivedRequest(request, received, watch), response, done);
    }

    public static void forget(Received received) {
        try {
            received.close();
        } catch (IOException leftBehind) {
            LOG.warn("a file of a request could not be removed", leftBehind);
        }
    }

    private static void cutOff(Request request) {
        LOG.debug("{} {}: the client sends too slowly", request.getMethod(), ShownUrl.ofPath(pathOf(request)));
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    private static String pathOf(Request request) {
        return String.valueOf(request.getHttpURI().getPath());
    }
}
