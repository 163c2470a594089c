package dev.fermata.soak.target;

import dev.fermata.testing.process.Http;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client with a token and one connection, which it opens again when it is lost or was left alone for long. */
public final class Client implements AutoCloseable {
    /** Far more than any answer takes; here only so that a hang is a failure. */
    public static final int PATIENCE_MILLIS = 20_000;

    private static final long STALE_NANOS = 5_000_000_000L;

    private final int port;
    private final String token;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private long usedAt;

    Client(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public Reply get(String path) throws IOException {
        return send("GET", path, Map.of(), new byte[0]);
    }

    public Reply delete(String path) throws IOException {
        return send("DELETE", path, Map.of(), new byte[0]);
    }

    public Reply put(String path) throws IOException {
        return send("PUT", path, Map.of(), new byte[0]);
    }

    /** Posts what is said by the path alone. */
    public Reply post(String path) throws IOException {
        return send("POST", path, Map.of(), new byte[0]);
    }

    public Reply post(String path, Body body) throws IOException {
        return send("POST", path, body.headers(), body.bytes());
    }

    public Reply put(String path, Body body) throws IOException {
        return send("PUT", path, body.headers(), body.bytes());
    }

    /** Sends a request, and reads its answer. */
    public Reply send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        begin(method, path, headers, body);
        return finish(method.equals("HEAD"));
    }

    /** Sends a request; {@link #finish} reads its answer. */
    public void begin(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        try {
            Socket open = connection();
            open.getOutputStream().write(request(method, path, token, headers, body));
        } catch (IOException lost) {
            close();
            throw lost;
        }
    }

    /** Reads the answer to what was begun. */
    public Reply finish(boolean hasNoBody) throws IOException {
        InputStream open = in;
        if (open == null) {
            throw new IOException("nothing was begun");
        }
        try {
            Http.Head head = Http.head(open);
            Reply reply = new Reply(head, hasNoBody ? new byte[0] : Http.body(open, head));
            usedAt = System.nanoTime();
            if (head.header("Connection").equalsIgnoreCase("close")) {
                close();
            }
            return reply;
        } catch (IOException lost) {
            close();
            throw lost;
        }
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            open.close();
        }
    }

    /** A request as it goes over the wire. */
    public static byte[] request(String method, String path, String token, Map<String, String> headers, byte[] body) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (!token.isEmpty()) {
            text.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Content-Length") && (body.length > 0 || !method.equals("GET"))) {
            text.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private Socket connection() throws IOException {
        if (socket != null && System.nanoTime() - usedAt > STALE_NANOS) {
            close();
        }
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
            usedAt = System.nanoTime();
        }
        return open;
    }
}
