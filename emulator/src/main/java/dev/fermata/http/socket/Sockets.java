package dev.fermata.http.socket;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets below HTTP: resets connections and refuses new ones. */
public final class Sockets {
    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
    private static final int FIRST_PAUSE_MILLIS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    private final Server jetty;
    private final ReopeningConnector connector;
    private final int mostTries;
    private final Consumer<String> lost;
    private int refusals;
    private Optional<String> problem = Optional.empty();

    /**
     * The sockets of a server.
     *
     * @param connector the one connector of the server
     * @param mostTries how often it is tried to listen again after a refusal, at least 1
     * @param lost called with the reason if the server can never listen again
     */
    public Sockets(Server jetty, ReopeningConnector connector, int mostTries, Consumer<String> lost) {
        this.jetty = jetty;
        this.connector = connector;
        this.mostTries = mostTries;
        this.lost = lost;
    }

    /** The port that the server listens on, or will listen on again. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Why the server does not listen although it should. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** Resets the connection of a request: its client reads no end, but an error. */
    public static void reset(Context ctx) throws IOException {
        reset(endPointOf(ctx));
    }

    /** The connection that a request came in by. */
    public static EndPoint endPointOf(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    /**
     * Resets a connection. Jetty finds out when the request is completed; told at once, it would complete it by itself,
     * beside the thread that does.
     */
    public static void reset(EndPoint endPoint) throws IOException {
        if (endPoint instanceof SocketChannelEndPoint socket
                && socket.getChannel().isOpen()) {
            // With nothing to linger for, closing sends a reset and throws away what was not sent yet.
            socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.getChannel().close();
        }
    }

    /** Refuses new connections until as many calls of {@link #listen} as of this; those that there are go on. */
    public synchronized void refuse() {
        if (refusals++ == 0) {
            connector.stopListening();
        }
    }

    /** Ends a refusal; after the last one the server listens again, where it did before. */
    public synchronized void listen() {
        if (--refusals == 0) {
            listen(1);
        }
    }

    private synchronized void listen(int attempt) {
        if (refusals > 0 || connector.isListening() || !jetty.isRunning()) {
            return;
        }
        try {
            connector.listenAgain();
            problem = Optional.empty();
        } catch (IOException taken) {
            String reason = "The server cannot listen on port " + port() + " again: " + reasonOf(taken);
            problem = Optional.of(reason);
            if (attempt < mostTries) {
                LOG.warn("{}; it tries again", reason);
                jetty.getScheduler().schedule(() -> listen(attempt + 1), pauseAfter(attempt), TimeUnit.MILLISECONDS);
            } else {
                LOG.error("{}; it has tried {} times and gives up", reason, mostTries);
                lost.accept(reason);
            }
        }
    }

    private static long pauseAfter(int attempt) {
        return Math.min(LONGEST_PAUSE_MILLIS, (long) FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 16));
    }

    private static String reasonOf(IOException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }
}
