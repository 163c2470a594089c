package dev.fermata.testing.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test does what no HTTP client would. */
public final class RawClient implements AutoCloseable {
    /** More than any answer takes, and less than the half minute after which a server lets go of a client that stalls. */
    private static final int PATIENCE_MILLIS = 25_000;

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    public static RawClient connect(URI server) throws IOException {
        return connect(server, 0);
    }

    /** A client that takes in at most this number of bytes before they are read; 0 for the usual number. */
    public static RawClient connect(URI server, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawClient(socket);
    }

    /** Sends this text as it is; lines end with {@code \n} and are sent with {@code \r\n}. */
    public RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends nothing more. */
    public RawClient endOfSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Reads all until the server closes the connection. */
    public String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Reads an answer whose length is announced, head and body. */
    public String readAnswer() throws IOException {
        String head = readHead();
        String length = header(head, "Content-Length");
        int count = length.isEmpty() ? 0 : Integer.parseInt(length);
        return head + new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
    }

    /** Reads the status line and the headers of an answer. */
    public String readHead() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the connection ended after " + head);
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** A header in the head of an answer; empty if it is not there. */
    public static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
