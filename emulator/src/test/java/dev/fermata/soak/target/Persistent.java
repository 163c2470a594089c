package dev.fermata.soak.target;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;

/** A client that tries again while it cannot connect, since the server may be told to refuse for a while. */
public final class Persistent {
    private static final int MOST_TRIES = 2_000;
    private static final int PAUSE_MILLIS = 2;

    private Persistent() {}

    /**
     * Sends a request on a connection of its own; empty when the connection broke before the end of an answer.
     *
     * @throws IOException if the server accepts no connection any more
     */
    public static Optional<Reply> send(Server server, String token, String method, String path, Body body)
            throws IOException, InterruptedException {
        for (int tries = 0; tries < MOST_TRIES && server.isAlive(); tries++) {
            try (Client client = server.client(token)) {
                return Optional.of(client.send(method, path, body.headers(), body.bytes()));
            } catch (ConnectException refused) {
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException broken) {
                return Optional.empty();
            }
        }
        throw new IOException("the server accepts no connection any more");
    }
}
