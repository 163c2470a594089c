package dev.fermata.soak;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** A client that does nothing wrong: it polls its own task, in a world of its own. */
public final class Polls implements AutoCloseable {
    private static final String WORLD = "/_fermata/worlds/innocent";

    private final Server server;
    private final String path;
    private final Client client;

    private Polls(Server server, String path, Client client) {
        this.server = server;
        this.path = path;
        this.client = client;
    }

    /** Makes the world and the task. */
    public static Polls of(Server server) throws IOException {
        try (Client control = server.control()) {
            control.delete(WORLD);
        }
        Client client = server.client("fermata_innocent_me");
        Reply task = client.post("/v2/scores", Body.flatImport(Sheets.one()));
        if (task.status() != 202) {
            throw new IOException("an import was answered " + task.status());
        }
        return new Polls(server, "/v2/tasks/" + task.at("/id"), client);
    }

    /** How many milliseconds each of some polls took, in ascending order; all of them are answered 200. */
    public double[] millis(int count) throws IOException {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            Reply reply = client.get(path);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (reply.status() != 200) {
                throw new IOException("a poll was answered " + reply.status());
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** The median of some polls; infinite when one of them was not answered. */
    public double median(int count) {
        try {
            return millis(count)[count / 2];
        } catch (IOException silent) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Whether health says that the server is ready, on a connection of its own. */
    public boolean isReady() {
        try (Client control = server.control()) {
            return control.send("GET", "/_fermata/health", Map.of("Connection", "close"), new byte[0])
                            .at("/status")
                            .equals("ready");
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        try (Client control = server.control()) {
            control.delete(WORLD);
        }
    }
}
