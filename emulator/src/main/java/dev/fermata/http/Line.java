package dev.fermata.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sockets below HTTP, where a vendor's line breaks. */
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Server jetty;
    private final Supplier<ServerConnector> maker;
    private ServerConnector listening;
    private int port;

    /**
     * The line to a server that does not listen yet.
     *
     * @param port 0 for any free one
     */
    Line(Server jetty, int port, Supplier<ServerConnector> maker) {
        this.jetty = jetty;
        this.maker = maker;
        this.port = port;
        this.listening = connect();
    }

    /** The port that the server listens on, or will listen on again. */
    synchronized int port() {
        return listening.getLocalPort() > 0 ? listening.getLocalPort() : port;
    }

    /** Resets the connection of a request: its client reads no end, but an error. */
    static void reset(Context ctx) throws IOException {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (endPoint instanceof SocketChannelEndPoint socket) {
            // With nothing to linger for, closing sends a reset and throws away what was not sent yet.
            socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.getChannel().close();
        }
        endPoint.close();
    }

    /** Refuses new connections until told otherwise; those that there are go on. */
    synchronized void refuse() {
        port = port();
        listening.setAccepting(false);
        listening.close();
    }

    /** Listens again, where it did before. */
    synchronized void listen() {
        if (jetty.isRunning() && !listening.isOpen()) {
            try {
                // One that was closed accepts nobody any more, even when it is opened again.
                listening = connect();
                listening.start();
            } catch (Exception taken) {
                LOG.error("cannot listen on port {} again", port, taken);
            }
        }
    }

    private ServerConnector connect() {
        ServerConnector connector = maker.get();
        connector.setPort(port);
        jetty.addConnector(connector);
        return connector;
    }
}
