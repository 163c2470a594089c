package dev.fermata.soak.siege;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many connections that were sent something and are left so, or are sent a byte now and then; nothing is read of them. */
final class Crowd implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 4_096;

    private final int port;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<SocketChannel> dripping = new ArrayList<>();

    Crowd(int port) {
        this.port = port;
    }

    /**
     * Opens one connection more, and sends this.
     *
     * @param drips whether {@link #drip} sends more
     */
    void open(byte[] bytes, boolean drips) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        send(channel, bytes);
        if (drips) {
            dripping.add(channel);
        }
    }

    /** Sends one byte on each connection that drips. */
    void drip() {
        for (SocketChannel channel : dripping) {
            send(channel, new byte[] {'A'});
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    /** What does not fit into the buffers is not sent. */
    private static void send(SocketChannel channel, byte[] bytes) {
        try {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException ended) {
            // The server has had enough of it, as it may.
        }
    }
}
