package dev.fermata.http.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A connector that can stop listening for a while: its one acceptor waits meanwhile, and the connections that it has
 * accepted go on.
 */
public final class ReopeningConnector extends ServerConnector {
    /** Held while the acceptor waits for a connection: as long as it does, the system goes on listening. */
    private final Lock accepting = new ReentrantLock();

    private volatile @Nullable ServerSocketChannel listening;
    private @Nullable SocketChannel holder;

    public ReopeningConnector(Server jetty, HttpConnectionFactory http) {
        super(jetty, 1, 1, http);
    }

    /** Refuses new connections from now on. Other programs are kept from the port as far as the system allows. */
    void stopListening() {
        setPort(getLocalPort());
        setAccepting(false);
        ServerSocketChannel channel = listening;
        if (channel != null) {
            SocketAddress address = new InetSocketAddress(getHost(), getLocalPort());
            closeQuietly(channel);
            accepting.lock();
            try {
                hold(address);
            } finally {
                accepting.unlock();
            }
        }
    }

    /** Listens again where it did before. Throws an exception if the port is taken; it may be called again then. */
    void listenAgain() throws IOException {
        release();
        listening = super.openAcceptChannel();
        setAccepting(true);
    }

    /** Whether new connections are accepted. */
    boolean isListening() {
        ServerSocketChannel channel = listening;
        return channel != null && channel.isOpen();
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        ServerSocketChannel channel = super.openAcceptChannel();
        listening = channel;
        return channel;
    }

    @Override
    public void accept(int acceptorId) throws IOException {
        ServerSocketChannel channel = listening;
        if (channel == null) {
            return;
        }
        accepting.lock();
        try {
            SocketChannel accepted = channel.accept();
            accepted.configureBlocking(false);
            configure(accepted.socket());
            getSelectorManager().accept(accepted);
        } catch (ClosedChannelException stopped) {
            // The acceptor waits until it may accept again, or ends with the server.
        } finally {
            accepting.unlock();
        }
    }

    @Override
    public void close() {
        super.close();
        ServerSocketChannel channel = listening;
        if (channel != null) {
            closeQuietly(channel);
        }
        release();
    }

    /** Binds the port without listening, so that the system gives it to no program that asks for any free one. */
    private void hold(SocketAddress address) {
        try {
            SocketChannel channel = SocketChannel.open();
            holder = channel;
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address);
        } catch (IOException notPossibleHere) {
            release();
        }
    }

    private void release() {
        SocketChannel channel = holder;
        if (channel != null) {
            closeQuietly(channel);
            holder = null;
        }
    }

    private static void closeQuietly(java.nio.channels.Channel channel) {
        try {
            channel.close();
        } catch (IOException closedAllTheSame) {
            // There is nothing left to close.
        }
    }
}
